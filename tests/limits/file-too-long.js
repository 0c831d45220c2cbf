// A file longer than the longest string: neither a module nor a text.
// skip-stress
var fs = require('fs'), os = require('os'), path = require('path');
var folder = path.join(os.tmpdir(), 'nodule-too-long-' + process.pid), file = path.join(folder, 'long.js');
function attempt(f) { try { console.log(typeof f()); } catch (e) { console.log(e.name, e.code, e.message); } }
fs.mkdirSync(folder);
try {
  var fd = fs.openSync(file, 'w');
  fs.writeSync(fd, Buffer.from('x'), 0, 1, 536870888);   // sparse: takes no room on the disk
  fs.closeSync(fd);
  attempt(function () { return require(file); });                       // expect: Error ERR_STRING_TOO_LONG Cannot create a string longer than 0x1fffffe8 characters
  attempt(function () { return fs.readFileSync(file, 'utf8'); });       // expect: Error ERR_STRING_TOO_LONG Cannot create a string longer than 0x1fffffe8 characters
  attempt(function () { return fs.readFileSync(file, 'latin1'); });     // expect: Error ERR_STRING_TOO_LONG Cannot create a string longer than 0x1fffffe8 characters
  fd = fs.openSync(file, 'w');
  fs.writeSync(fd, Buffer.from('x'), 0, 1, 3221225471);
  fs.closeSync(fd);
  attempt(function () { return fs.readFileSync(file); });               // expect: RangeError ERR_FS_FILE_TOO_LARGE File size (3221225472) is greater than 2 GiB
  fs.writeFileSync(file, 'short');
  attempt(function () { return fs.readFileSync(file, 'utf8'); });       // expect: string
} finally {
  fs.unlinkSync(file);
  fs.rmdirSync(folder);
}
