// A file that is too large is refused before it is read.
// skip-stress
var fs = require('fs'), os = require('os'), path = require('path');
var file = path.join(os.tmpdir(), 'nodule-too-large-' + process.pid), fd = fs.openSync(file, 'w');
fs.writeSync(fd, Buffer.from('x'), 0, 1, 6 * 1024 * 1048576);   // sparse: it takes no room
fs.closeSync(fd);
[undefined, 'utf8', 'latin1', 'hex'].forEach(function (encoding) {
  try { fs.readFileSync(file, encoding); } catch (e) { console.log(e.name, e.code, e.message); }
});
// expect: RangeError ERR_FS_FILE_TOO_LARGE File size (6442450945) is greater than 2 GiB
// expect: RangeError ERR_FS_FILE_TOO_LARGE File size (6442450945) is greater than 2 GiB
// expect: RangeError ERR_FS_FILE_TOO_LARGE File size (6442450945) is greater than 2 GiB
// expect: RangeError ERR_FS_FILE_TOO_LARGE File size (6442450945) is greater than 2 GiB
fs.unlinkSync(file);
