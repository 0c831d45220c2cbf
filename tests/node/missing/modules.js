// Modules that node has and nodule has not, and packages in machine code for what nodule has itself.
function message(f) { try { console.log(f()); } catch (e) { console.log(e.code + ': ' + e.message.split('\n')[0]); } }
message(function () { return require('http'); });   // expect: MODULE_NOT_FOUND: Cannot find module 'http' (node has http, nodule v0.2.0 has not yet)
message(function () { return require('node:http'); });   // expect: ERR_UNKNOWN_BUILTIN_MODULE: No such built-in module: node:http (node has http, nodule v0.2.0 has not yet)
message(function () { return require('fs/promises'); });   // expect: MODULE_NOT_FOUND: Cannot find module 'fs/promises' (node has fs/promises, nodule v0.2.0 has not yet: the functions of fs that end in Sync)
message(function () { return require('node:nosuch'); });   // expect: ERR_UNKNOWN_BUILTIN_MODULE: No such built-in module: node:nosuch
message(function () { return require('heapdump'); });   // expect: MODULE_NOT_FOUND: Cannot find module 'heapdump' (nodule has in its place: require('v8').writeHeapSnapshot() writes one)
message(function () { return require('memwatch-next'); });   // expect: MODULE_NOT_FOUND: Cannot find module 'memwatch-next' (nodule has in its place: require('nodule:heap'), and a PerformanceObserver of 'gc' from perf_hooks)
message(function () { return require.extensions['.node']({}, '/x/node_modules/heapdump/build/addon.node'); });   // expect: ERR_DLOPEN_FAILED: nodule cannot load modules in machine code: /x/node_modules/heapdump/build/addon.node (nodule has in its place: require('v8').writeHeapSnapshot() writes one)
message(function () { return require.extensions['.node']({}, '/x/y.node'); });   // expect: ERR_DLOPEN_FAILED: nodule cannot load modules in machine code: /x/y.node
message(function () { return require('./fixtures/uses-punycode'); });   // expect: the package punycode
console.log(require('sys') === require('util'), require('util/types') === require('util').types);   // expect: true true
console.log(require('path/posix') === require('path'), require('node:assert/strict') === require('assert').strict);   // expect: true true
message(function () { return require('./fixtures/uses-import'); });   // expect: undefined: Cannot use import statement outside a module (modules are not supported yet: use require)
message(function () { return require('./fixtures/module.mjs'); });   // expect: undefined: Unexpected token 'export' (modules are not supported yet: use module.exports)
