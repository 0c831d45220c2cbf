// No warning for what a package does.
var old = require('./fixtures/node_modules/old');
process.on('warning', function (w) { console.log(w.name); });
console.log(old());   // expect: <Buffer 00 00>
