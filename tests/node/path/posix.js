// path, on many shapes of names.
var path = require('path');
var names = ['', '/', 'a', '/a', 'a/', '/a/b/c.js', '../x', './y', 'a//b', '/a/../../b', '.', '..', '...', 'a/..', 'a/../..', '.bashrc', 'file.tar.gz', '/a/b.c/d', 'x.', '.x.y', '//a', '/a/b///', 'a/b/.', '..a', 'a..', './..', '.../b', '/./a/./b/.'];
names.forEach(function (n) { console.log(JSON.stringify([n, path.normalize(n), path.dirname(n), path.basename(n), path.extname(n), path.join(n, '..', 'z'), path.resolve('/r', n), path.relative('/r/s', path.resolve('/r', n)), path.basename(n, '.js')])); });
// expect: ["",".",".","","","../z","/r","..",""]
// expect: ["/","/","/","","","/z","/","../..",""]
// expect: ["a","a",".","a","","z","/r/a","../a","a"]
// expect: ["/a","/a","/","a","","/z","/a","../../a","a"]
// expect: ["a/","a/",".","a","","z","/r/a","../a","a"]
// expect: ["/a/b/c.js","/a/b/c.js","/a/b","c.js",".js","/a/b/z","/a/b/c.js","../../a/b/c.js","c"]
// expect: ["../x","../x","..","x","","../z","/x","../../x","x"]
// expect: ["./y","y",".","y","","z","/r/y","../y","y"]
// expect: ["a//b","a/b","a/","b","","a/z","/r/a/b","../a/b","b"]
// expect: ["/a/../../b","/b","/a/../..","b","","/z","/b","../../b","b"]
// expect: [".",".",".",".","","../z","/r","..","."]
// expect: ["..","..",".","..","","../../z","/","../..",".."]
// expect: ["...","...",".","...",".","z","/r/...","../...","..."]
// expect: ["a/..",".","a","..","","../z","/r","..",".."]
// expect: ["a/../..","..","a/..","..","","../../z","/","../..",".."]
// expect: [".bashrc",".bashrc",".",".bashrc","","z","/r/.bashrc","../.bashrc",".bashrc"]
// expect: ["file.tar.gz","file.tar.gz",".","file.tar.gz",".gz","z","/r/file.tar.gz","../file.tar.gz","file.tar.gz"]
// expect: ["/a/b.c/d","/a/b.c/d","/a/b.c","d","","/a/b.c/z","/a/b.c/d","../../a/b.c/d","d"]
// expect: ["x.","x.",".","x.",".","z","/r/x.","../x.","x."]
// expect: [".x.y",".x.y",".",".x.y",".y","z","/r/.x.y","../.x.y",".x.y"]
// expect: ["//a","/a","//","a","","/z","/a","../../a","a"]
// expect: ["/a/b///","/a/b/","/a","b","","/a/z","/a/b","../../a/b","b"]
// expect: ["a/b/.","a/b","a/b",".","","a/z","/r/a/b","../a/b","."]
// expect: ["..a","..a",".","..a",".a","z","/r/..a","../..a","..a"]
// expect: ["a..","a..",".","a..",".","z","/r/a..","../a..","a.."]
// expect: ["./..","..",".","..","","../../z","/","../..",".."]
// expect: [".../b",".../b","...","b","",".../z","/r/.../b","../.../b","b"]
// expect: ["/./a/./b/.","/a/b","/./a/./b",".","","/a/z","/a/b","../../a/b","."]
names.forEach(function (n) { console.log(JSON.stringify([path.parse(n), path.format(path.parse(n)), path.isAbsolute(n)])); });
// expect: [{"root":"","dir":"","base":"","ext":"","name":""},"",false]
// expect: [{"root":"/","dir":"/","base":"","ext":"","name":""},"/",true]
// expect: [{"root":"","dir":"","base":"a","ext":"","name":"a"},"a",false]
// expect: [{"root":"/","dir":"/","base":"a","ext":"","name":"a"},"/a",true]
// expect: [{"root":"","dir":"","base":"a","ext":"","name":"a"},"a",false]
// expect: [{"root":"/","dir":"/a/b","base":"c.js","ext":".js","name":"c"},"/a/b/c.js",true]
// expect: [{"root":"","dir":"..","base":"x","ext":"","name":"x"},"../x",false]
// expect: [{"root":"","dir":".","base":"y","ext":"","name":"y"},"./y",false]
// expect: [{"root":"","dir":"a/","base":"b","ext":"","name":"b"},"a//b",false]
// expect: [{"root":"/","dir":"/a/../..","base":"b","ext":"","name":"b"},"/a/../../b",true]
// expect: [{"root":"","dir":"","base":".","ext":"","name":"."},".",false]
// expect: [{"root":"","dir":"","base":"..","ext":"","name":".."},"..",false]
// expect: [{"root":"","dir":"","base":"...","ext":".","name":".."},"...",false]
// expect: [{"root":"","dir":"a","base":"..","ext":"","name":".."},"a/..",false]
// expect: [{"root":"","dir":"a/..","base":"..","ext":"","name":".."},"a/../..",false]
// expect: [{"root":"","dir":"","base":".bashrc","ext":"","name":".bashrc"},".bashrc",false]
// expect: [{"root":"","dir":"","base":"file.tar.gz","ext":".gz","name":"file.tar"},"file.tar.gz",false]
// expect: [{"root":"/","dir":"/a/b.c","base":"d","ext":"","name":"d"},"/a/b.c/d",true]
// expect: [{"root":"","dir":"","base":"x.","ext":".","name":"x"},"x.",false]
// expect: [{"root":"","dir":"","base":".x.y","ext":".y","name":".x"},".x.y",false]
// expect: [{"root":"/","dir":"/","base":"a","ext":"","name":"a"},"/a",true]
// expect: [{"root":"/","dir":"/a","base":"b","ext":"","name":"b"},"/a/b",true]
// expect: [{"root":"","dir":"a/b","base":".","ext":"","name":"."},"a/b/.",false]
// expect: [{"root":"","dir":"","base":"..a","ext":".a","name":"."},"..a",false]
// expect: [{"root":"","dir":"","base":"a..","ext":".","name":"a."},"a..",false]
// expect: [{"root":"","dir":".","base":"..","ext":"","name":".."},"./..",false]
// expect: [{"root":"","dir":"...","base":"b","ext":"","name":"b"},".../b",false]
// expect: [{"root":"/","dir":"/./a/./b","base":".","ext":"","name":"."},"/./a/./b/.",true]
console.log(path.sep, path.delimiter, path.posix === path, path.join(), path.join(''), path.resolve('') === process.cwd(), path.relative('/a/b/c', '/a/d'), path.relative('a', 'a'));
// expect: / : true . . true ../../d 
console.log(path.basename('aaa', 'a'), path.basename('a', 'a'), path.format({root: '/', name: 'f', ext: '.t'}), path.format({dir: '/d', base: 'b'}), path.format({root: '/', base: 'b'}), path.format({name: 'n', ext: 'x'}));
// expect: aa  /f.t /d/b /b n.x
['normalize', 'dirname', 'basename', 'extname', 'isAbsolute', 'parse', 'join', 'format'].forEach(function (f) { try { path[f](5); } catch (e) { console.log(f, e.name, e.code, e.message); } });
// expect: normalize TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Received type number (5)
// expect: dirname TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Received type number (5)
// expect: basename TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Received type number (5)
// expect: extname TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Received type number (5)
// expect: isAbsolute TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Received type number (5)
// expect: parse TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Received type number (5)
// expect: join TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Received type number (5)
// expect: format TypeError ERR_INVALID_ARG_TYPE The "pathObject" argument must be of type object. Received type number (5)
