// A snapshot is a whole file or none: what is not written leaves nothing behind, a link is replaced and not followed.
// skip-stress
var fs = require('fs'), os = require('os'), path = require('path'), v8 = require('v8');
var folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nodule-snapshot-'));
function attempt(file) {
  try { console.log(v8.writeHeapSnapshot(file) === file); } catch (e) { console.log(e.code, e.syscall, e.message.replace(folder, '.')); }
}
attempt('/dev/full');   // expect: ENOSPC write ENOSPC: no space left on device, write '/dev/full'
attempt(folder);   // expect: EISDIR open EISDIR: illegal operation on a directory, open '.'
attempt(folder + '/none/x');   // expect: ENOENT open ENOENT: no such file or directory, open './none/x'
attempt('/dev/null');   // expect: true
console.log(fs.statSync('/dev/null').isCharacterDevice());   // expect: true
var old = folder + '/old', long = folder + '/' + 'x'.repeat(250);
fs.writeFileSync(old, 'old');
fs.chmodSync(old, 0o644);
attempt(old);   // expect: true
console.log((fs.statSync(old).mode & 0o777).toString(8), typeof JSON.parse(fs.readFileSync(old, 'utf8')).snapshot);   // expect: 600 object
attempt(long);   // expect: true
console.log(fs.readdirSync(folder).length);   // expect: 2
fs.rmSync(folder, {recursive: true});
