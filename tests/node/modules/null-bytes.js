// A NUL in a name ends no name: what is given to the system is refused, and no file of a shorter name is taken.
var fs = require('fs'), Module = require('module');
function attempt(f) {
  try { console.log(f()); } catch (e) { console.log(e.name, e.code, JSON.stringify(e.message.split('\n')[0].replace(__dirname, '.'))); }
}
attempt(function () { return require('fs\0x'); });   // expect: Error MODULE_NOT_FOUND "Cannot find module 'fs\u0000x'"
attempt(function () { return require('node:fs\0x'); });   // expect: Error ERR_UNKNOWN_BUILTIN_MODULE "No such built-in module: node:fs\u0000x"
attempt(function () { return require('./null-bytes.js\0.txt'); });   // expect: TypeError ERR_INVALID_ARG_VALUE "The argument 'path' must be a string, Uint8Array, or URL without null bytes. Received './null-bytes.js\\x00.txt'"
attempt(function () { return require.resolve('./null-bytes.js\0.txt'); });   // expect: TypeError ERR_INVALID_ARG_VALUE "The argument 'path' must be a string, Uint8Array, or URL without null bytes. Received './null-bytes.js\\x00.txt'"
attempt(function () { return require('./no-such\0file'); });   // expect: Error MODULE_NOT_FOUND "Cannot find module './no-such\u0000file'"
attempt(function () { return require.resolve('x', {paths: [__dirname + '\0']}); });   // expect: Error MODULE_NOT_FOUND "Cannot find module 'x'"
attempt(function () { return new Module('x').load('/x\0y.js'); });   // expect: TypeError ERR_INVALID_ARG_VALUE "The argument 'path' must be a string, Uint8Array, or URL without null bytes. Received '/x\\x00y.js'"
attempt(function () { return require.extensions['.js'](new Module('x'), '/x\0y'); });   // expect: TypeError ERR_INVALID_ARG_VALUE "The argument 'path' must be a string, Uint8Array, or URL without null bytes. Received '/x\\x00y'"
attempt(function () { return require('v8').writeHeapSnapshot('./x\0y'); });   // expect: TypeError ERR_INVALID_ARG_VALUE "The argument 'path' must be a string, Uint8Array, or URL without null bytes. Received './x\\x00y'"
attempt(function () { return process.chdir('/\0tmp'); });   // expect: TypeError ERR_INVALID_ARG_VALUE "The argument 'directory' must be a string, Uint8Array, or URL without null bytes. Received '/\\x00tmp'"
console.log(fs.existsSync('./x'));   // expect: false

// so are those of functions of fs
['openSync', 'readFileSync', 'statSync', 'accessSync', 'unlinkSync', 'rmdirSync', 'mkdirSync', 'readdirSync', 'realpathSync'].forEach(function (name) {
  try { fs[name](__filename + '\0'); } catch (e) { if (e.code === 'ERR_INVALID_ARG_VALUE') return; }
  console.log('went through', name);
});
