// fs: wrong arguments.
var fs = require('fs');
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name, e.code, e.message); } }
t(function () { return fs.readFileSync(undefined, 'utf8'); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string or an instance of Buffer or URL. Received undefined
t(function () { return fs.readFileSync('a\0b', 'utf8'); });
// expect: TypeError ERR_INVALID_ARG_VALUE The argument 'path' must be a string, Uint8Array, or URL without null bytes. Received 'a\x00b'
t(function () { return fs.writeFileSync('/tmp/x', 5); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "data" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received type number (5)
t(function () { return fs.readFileSync('/tmp', 5); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "options" argument must be one of type string or object. Received type number (5)
