// readSync and writeSync with Buffers, parts of them, and positions.
var fs = require('fs'), path = require('path'), file = path.join(fs.mkdtempSync(path.join(require('os').tmpdir(), 'nodule-')), 'f');
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message + ' ' + e.code); } }
var fd = fs.openSync(file, 'w+'), b = Buffer.alloc(8, '-');
console.log(fs.writeSync(fd, Buffer.from('abcdef')), fs.writeSync(fd, b, 1, 2), fs.writeSync(fd, 'XY', 1), fs.writeSync(fd, '7a', null, 'hex'));
// expect: 6 2 2 1

console.log(fs.readSync(fd, b, 1, 4, 0), String(b), fs.readSync(fd, b, 0, 8, 5), String(b), fs.readSync(fd, b, 0, 8, 100));
// expect: 4 -aXYd--- 4 f--zd--- 0

console.log(fs.readSync(fd, b, {position: 2, length: 2}), String(b), fs.readSync(fd, new Uint8Array(0)), fs.readFileSync(file, 'utf8'));
// expect: 2 Yd-zd--- 0 aXYdef--z

error(function () { return fs.readSync(fd, b, 9, 1, 0); });
// expect: RangeError: The value of "length" is out of range. It must be <= -1. Received 1 ERR_OUT_OF_RANGE
error(function () { return fs.readSync(fd, b, 0, 9, 0); });
// expect: RangeError: The value of "length" is out of range. It must be <= 8. Received 9 ERR_OUT_OF_RANGE
error(function () { return fs.writeSync(fd, b, 9); });
// expect: RangeError: The value of "offset" is out of range. It must be <= 8. Received 9 ERR_OUT_OF_RANGE
error(function () { return fs.writeSync(fd, b, 4, 5); });
// expect: RangeError: The value of "length" is out of range. It must be <= 4. Received 5 ERR_OUT_OF_RANGE

error(function () { return fs.readSync(fd, 'x'); });
// expect: TypeError: The "buffer" argument must be an instance of Buffer, TypedArray, or DataView. Received type string ('x') ERR_INVALID_ARG_TYPE

error(function () { return fs.readSync('x', b); });
// expect: TypeError: The "fd" argument must be of type number. Received type string ('x') ERR_INVALID_ARG_TYPE

error(function () { return fs.writeSync(fd, 5); });
// expect: TypeError: The "buffer" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received type number (5) ERR_INVALID_ARG_TYPE

fs.closeSync(fd);
error(function () { return fs.readSync(fd, b); });   // expect: Error: EBADF: bad file descriptor, read EBADF
fs.rmSync(path.dirname(file), {recursive: true});
