// Arguments that process, fs and the streams refuse, in node's words.
function t(f) { try { f(); console.log('no error'); } catch (e) { console.log(e.code + ': ' + e.message); } }
var fs = require('fs');
t(function () { fs.readFileSync(1.5); });   // expect: ERR_INVALID_ARG_TYPE: The "path" argument must be of type string or an instance of Buffer or URL. Received type number (1.5)
t(function () { fs.writeFileSync(); });   // expect: ERR_INVALID_ARG_TYPE: The "data" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received undefined
t(function () { fs.openSync('/nosuch', 'r', 'abc'); });   // expect: ERR_INVALID_ARG_VALUE: The argument 'mode' must be a 32-bit unsigned integer or an octal string. Received 'abc'
t(function () { fs.closeSync(-1); });   // expect: ERR_OUT_OF_RANGE: The value of "fd" is out of range. It must be >= 0 && <= 2147483647. Received -1
t(function () { process.kill(); });   // expect: ERR_INVALID_ARG_TYPE: The "pid" argument must be of type number. Received undefined
t(function () { process.kill('x'); });   // expect: ERR_INVALID_ARG_TYPE: The "pid" argument must be of type number. Received type string ('x')
t(function () { process.kill(1.5); });   // expect: ERR_INVALID_ARG_TYPE: The "pid" argument must be of type number. Received type number (1.5)
t(function () { process.kill(99999999, 0); });   // expect: ESRCH: kill ESRCH
t(function () { process.kill(String(process.pid), 0); });   // expect: no error
t(function () { process.hrtime([1]); });   // expect: ERR_OUT_OF_RANGE: The value of "time" is out of range. It must be 2. Received 1
t(function () { process.emitWarning('x', 1); });   // expect: ERR_INVALID_ARG_TYPE: The "type" argument must be of type string. Received type number (1)
t(function () { process.stdout.write(null); });   // expect: ERR_STREAM_NULL_VALUES: May not write null values to stream
t(function () { process.stdout.write(1); });   // expect: ERR_INVALID_ARG_TYPE: The "chunk" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received type number (1)
process.chdir('/');
t(function () { process.chdir('/nosuch'); });   // expect: ENOENT: ENOENT: no such file or directory, chdir '/' -> '/nosuch'
t(function () { require('util').toUSVString(Symbol()); });   // expect: undefined: Cannot convert a Symbol value to a string
