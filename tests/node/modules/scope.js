// A module's variables are its own; what is assigned without var is global.
var mine = 1;
leaked = 2;
console.log(typeof global.mine, global.leaked, delete global.leaked, typeof leaked, this.constructor === Object);
// expect: undefined 2 true undefined true
