// Modules that are not there, cannot be parsed, or throw.
var fixtures = require('./fixtures/all');
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name, e.code, e.message.split(__dirname).join(''), (e.requireStack || []).length); } }
t(function () { return fixtures('./nope'); });
// expect: Error MODULE_NOT_FOUND Cannot find module './nope'
// expect: Require stack:
// expect: - /fixtures/all.js
// expect: - /errors.js 2
t(function () { return fixtures('nope'); });
// expect: Error MODULE_NOT_FOUND Cannot find module 'nope'
// expect: Require stack:
// expect: - /fixtures/all.js
// expect: - /errors.js 2
t(function () { return fixtures('./missing'); });
// expect: Error MODULE_NOT_FOUND Cannot find module 'nonexistent'
// expect: Require stack:
// expect: - /fixtures/missing.js
// expect: - /fixtures/all.js
// expect: - /errors.js 3
t(function () { return fixtures('badmain'); });
// expect: Error MODULE_NOT_FOUND Cannot find module '/fixtures/node_modules/badmain/nope.js'. Please verify that the package.json has a valid "main" entry 0
t(function () { return fixtures.resolve('./zzz'); });
// expect: Error MODULE_NOT_FOUND Cannot find module './zzz'
// expect: Require stack:
// expect: - /fixtures/all.js
// expect: - /errors.js 2
t(function () { return fixtures('./throws'); });   // expect: Error undefined module throws 0
console.log(Object.keys(require.cache).some(function (x) { return x.indexOf('throws') >= 0; }), require.cache[require.resolve('./fixtures/all')].children.length);
// expect: false 0
t(function () { return fixtures('./throws'); });   // expect: Error undefined module throws 0
t(function () { return fixtures('./syntax'); });   // expect: SyntaxError undefined Unexpected token ';' 0
t(function () { return require(''); });
// expect: TypeError ERR_INVALID_ARG_VALUE The argument 'id' must be a non-empty string. Received '' 0
t(function () { return require(5); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "id" argument must be of type string. Received type number (5) 0
t(function () { return require(); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "id" argument must be of type string. Received undefined 0
t(function () { return require('node:nope'); });
// expect: Error ERR_UNKNOWN_BUILTIN_MODULE No such built-in module: node:nope 0
t(function () { return require.resolve(); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "request" argument must be of type string. Received undefined 0
