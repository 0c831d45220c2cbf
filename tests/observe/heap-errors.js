// The module is there under its own name only; wrong arguments are refused in Node's words.
var heap = require('nodule:heap');
function message(f) { try { f(); } catch (e) { console.log((e.code || e.name) + ': ' + e.message.split('\n')[0]); } }
message(function () { require('heap'); });          // expect: MODULE_NOT_FOUND: Cannot find module 'heap'
message(function () { require('node:heap'); });     // expect: ERR_UNKNOWN_BUILTIN_MODULE: No such built-in module: node:heap
message(function () { require('nodule:fs'); });     // expect: ERR_UNKNOWN_BUILTIN_MODULE: No such built-in module: nodule:fs
message(function () { require('nodule:'); });       // expect: ERR_UNKNOWN_BUILTIN_MODULE: No such built-in module: nodule:
console.log(require('nodule:heap') === heap, require.resolve('nodule:heap'));   // expect: true nodule:heap
console.log(typeof global.heap, require('module').builtinModules.indexOf('heap'));   // expect: undefined -1
message(function () { heap.retainers(); });         // expect: ERR_INVALID_ARG_TYPE: The "value" argument must be one of type object, function, string, or symbol. Received undefined
message(function () { heap.retainers(5); });        // expect: ERR_INVALID_ARG_TYPE: The "value" argument must be one of type object, function, string, or symbol. Received type number (5)
message(function () { heap.spaceOf(true); });       // expect: ERR_INVALID_ARG_TYPE: The "value" argument must be one of type object, function, string, or symbol. Received type boolean (true)
message(function () { heap.age(null); });           // expect: ERR_INVALID_ARG_TYPE: The "value" argument must be one of type object, function, string, or symbol. Received null
message(function () { heap.shapeOf('text'); });     // expect: ERR_INVALID_ARG_TYPE: The "object" argument must be of type object or function. Received type string ('text')
message(function () { heap.bytecode({}); });        // expect: ERR_INVALID_ARG_TYPE: The "function" argument must be of type function. Received an instance of Object
message(function () { heap.bytecode(Math.max); });  // expect: ERR_INVALID_ARG_VALUE: The argument 'function' is native and has no bytecode. Received [Function: max]
message(function () { heap.collect(1); });          // expect: ERR_INVALID_ARG_TYPE: The "options" argument must be of type object. Received type number (1)
message(function () { heap.collect({type: 1}); });  // expect: ERR_INVALID_ARG_TYPE: The "options.type" property must be of type string. Received type number (1)
message(function () { heap.collect({type: 'all'}); });   // expect: ERR_INVALID_ARG_VALUE: The property 'options.type' must be 'minor' or 'major'. Received 'all'
message(function () { heap.snapshot(1); });         // expect: ERR_INVALID_ARG_TYPE: The "path" argument must be of type string or an instance of Buffer or URL. Received type number (1)
message(function () { heap.snapshot('/no/such/folder/x'); });   // expect: ENOENT: ENOENT: no such file or directory, open '/no/such/folder/x'
