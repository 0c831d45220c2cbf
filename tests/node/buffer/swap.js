// swap16, swap32, swap64.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message + ' ' + e.code); } }
console.log(Buffer.from([1, 2, 3, 4]).swap16(), Buffer.from([1, 2, 3, 4]).swap32(), Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]).swap64());
// expect: <Buffer 02 01 04 03> <Buffer 04 03 02 01> <Buffer 08 07 06 05 04 03 02 01>
error(function () { return Buffer.from([1, 2, 3]).swap16(); });
// expect: RangeError: Buffer size must be a multiple of 16-bits ERR_INVALID_BUFFER_SIZE
error(function () { return Buffer.from([1, 2, 3]).swap64(); });
// expect: RangeError: Buffer size must be a multiple of 64-bits ERR_INVALID_BUFFER_SIZE
