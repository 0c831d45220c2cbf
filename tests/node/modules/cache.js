// require.cache: entries can be looked at, changed and deleted.
var path = require.resolve('./fixtures/info'), first = require('./fixtures/info');
console.log(require('./fixtures/info') === first, Object.keys(require.cache).map(function (x) { return x.slice(__dirname.length); }));
// expect: true [ '/cache.js', '/fixtures/info.js' ]
console.log(require.cache[path].exports === first, require.cache[path].loaded, require.cache[path].parent === module, module.children.length);
// expect: true true true 1
delete require.cache[path];
console.log(require('./fixtures/info') === first, module.children.length);   // expect: false 2
require.cache[path].exports = 'patched';
console.log(require('./fixtures/info'), Object.getPrototypeOf(require.cache));   // expect: patched null
console.log(require.main === module, require.cache[__filename] === module);   // expect: true true
