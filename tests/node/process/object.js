// What process knows: arguments, versions, folders, times.
// args: one two
console.log(process.argv.slice(2), process.argv[1] === __filename, process.argv[0] === process.execPath);
// expect: [ 'one', 'two' ] true true
console.log(typeof process.pid, typeof process.ppid, process.platform === require('os').platform(), process.arch === require('os').arch());
// expect: number number true true
console.log(process.version[0], typeof process.versions.uv, typeof process.release.name, typeof process.title, Object.prototype.toString.call(process));
// expect: v string string string [object process]
console.log(process.cwd() === __dirname, typeof process.uptime(), process.uptime() >= 0);
// expect: true number true
process.chdir('..');
console.log(process.cwd() === require('path').dirname(__dirname));   // expect: true
try { process.chdir('/no/such/folder'); } catch (e) { console.log(e.code, e.syscall, e.errno); }
// expect: ENOENT chdir -2
try { process.chdir(5); } catch (e) { console.log(e.message); }
// expect: The "directory" argument must be of type string. Received type number (5)
var t = process.hrtime(), d = process.hrtime(t);
console.log(t.length, typeof t[0], d[0], d[1] >= 0);   // expect: 2 number 0 true
console.log(global.process === process, typeof process.on, process.exitCode);   // expect: true function undefined
