// A change along the prototype chain is seen by code that has run before.
function read(o) { return o.v; }
var grand = {}, parent = Object.create(grand), child = Object.create(parent);
for (var i = 0; i < 50; i++) read(child);
console.log(read(child));   // expect: undefined
grand.v = 'grand'; console.log(read(child));   // expect: grand
parent.v = 'parent'; console.log(read(child));   // expect: parent
Object.defineProperty(parent, 'v', {get: function () { return 'getter of ' + this.id; }, configurable: true}); child.id = 'child'; console.log(read(child));   // expect: getter of child
delete parent.v; console.log(read(child));   // expect: grand
Object.setPrototypeOf(parent, {v: 'other'}); console.log(read(child));   // expect: other
Object.setPrototypeOf(child, null); console.log(read(child));   // expect: undefined
Object.prototype.v = 'everywhere'; console.log(read({}), read(child), read(1), read('s'), read([]));   // expect: everywhere undefined everywhere everywhere everywhere
delete Object.prototype.v; console.log(read({}), read(1));   // expect: undefined undefined
