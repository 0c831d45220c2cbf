// fs: whole files and folders.
var fs = require('fs'), path = require('path'), os = require('os');
var root = fs.mkdtempSync(path.join(os.tmpdir(), 'nodule-'));
var file = path.join(root, 'f.txt');
function t(f) { try { console.log(f()); } catch (e) { console.log(e.code, e.errno, e.syscall, e.message.split(root).join('R'), Object.keys(e).sort().join()); } }
t(function () { return fs.writeFileSync(file, 'héllo €😀\n'); });   // expect: undefined
t(function () { return fs.readFileSync(file, 'utf8'); });
// expect: héllo €😀
// expect:
t(function () { return fs.readFileSync(file, {encoding: 'latin1'}).length; });   // expect: 15
t(function () { fs.appendFileSync(file, 'more'); return fs.readFileSync(file, 'utf-8').length; });   // expect: 14
t(function () { fs.writeFileSync(file, 'abc', 'latin1'); return [fs.statSync(file).size, fs.statSync(file).isFile(), fs.statSync(root).isDirectory(), fs.existsSync(file), fs.existsSync(file + 'x'), fs.existsSync(5)]; });
// expect: [ 3, true, true, true, false, false ]
t(function () { return fs.readFileSync(path.join(root, 'nope'), 'utf8'); });
// expect: ENOENT -2 open ENOENT: no such file or directory, open 'R/nope' code,errno,path,syscall
t(function () { return fs.readFileSync(root, 'utf8'); });
// expect: EISDIR -21 read EISDIR: illegal operation on a directory, read code,errno,syscall
t(function () { return fs.statSync(path.join(root, 'nope')); });
// expect: ENOENT -2 stat ENOENT: no such file or directory, stat 'R/nope' code,errno,path,syscall
t(function () { return fs.statSync(path.join(root, 'nope'), {throwIfNoEntry: false}); });   // expect: undefined
t(function () { return fs.mkdirSync(path.join(root, 'd')); });   // expect: undefined
t(function () { return fs.mkdirSync(path.join(root, 'd')); });
// expect: EEXIST -17 mkdir EEXIST: file already exists, mkdir 'R/d' code,errno,path,syscall
t(function () { return fs.mkdirSync(path.join(root, 'x/y/z'), {recursive: true}).slice(root.length); });
// expect: /x
t(function () { return fs.mkdirSync(path.join(root, 'x/y/z'), {recursive: true}); });   // expect: undefined
t(function () { return fs.readdirSync(root); });   // expect: [ 'd', 'f.txt', 'x' ]
t(function () { return fs.readdirSync(root, {withFileTypes: true}).map(function (d) { return d.name + d.isDirectory() + d.isFile(); }); });
// expect: [ 'dtruefalse', 'f.txtfalsetrue', 'xtruefalse' ]
t(function () { fs.renameSync(file, file + '2'); return fs.readdirSync(root).length; });   // expect: 3
t(function () { fs.copyFileSync(file + '2', file); return fs.readFileSync(file, 'utf8'); });   // expect: abc
t(function () { return fs.unlinkSync(file); });   // expect: undefined
t(function () { return fs.unlinkSync(file); });
// expect: ENOENT -2 unlink ENOENT: no such file or directory, unlink 'R/f.txt' code,errno,path,syscall
t(function () { return fs.rmdirSync(root); });
// expect: ENOTEMPTY -39 rmdir ENOTEMPTY: directory not empty, rmdir 'R' code,errno,path,syscall
t(function () { return fs.accessSync(root); });   // expect: undefined
t(function () { return fs.realpathSync(root + '/x/../x').slice(-2); });   // expect: /x
t(function () { return fs.lstatSync(root).mtime instanceof Date; });   // expect: true
t(function () { var fd = fs.openSync(file, 'w'); fs.writeSync(fd, 'via fd'); fs.closeSync(fd); return fs.readFileSync(file, 'utf8'); });
// expect: via fd
t(function () { return fs.rmSync(root, {recursive: true}); });   // expect: undefined
t(function () { return fs.existsSync(root); });   // expect: false
