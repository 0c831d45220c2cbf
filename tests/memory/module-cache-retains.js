// A module's scope lives as long as require.cache has it.
// flags: --expose-gc
function used() { gc(); return process.memoryUsage().heapUsed; }
var before = used();
var path = require.resolve('./fixtures/leaky.js');
require(path).leak();
console.log(used() - before > 7e6);   // expect: true
delete require.cache[path];
module.children.length = 0;
console.log(used() - before < 1e6);   // expect: true
