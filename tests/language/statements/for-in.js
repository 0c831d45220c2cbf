// for-in: order, inherited and hidden keys, deletion in the loop, strings, null, let.
var o = {b: 1, a: 2, 1: 'x', 0: 'y'}, keys = [];
for (var k in o) keys.push(k);
console.log(keys.join());
var p = Object.create(o, {c: {value: 1, enumerable: true}, hidden: {value: 2}});
p.a = 5; keys = [];
for (k in p) keys.push(k);
console.log(keys.join());
keys = []; for (k in {a: 1, b: 2, c: 3}) { keys.push(k); }
console.log(keys.join());
var d = {a: 1, b: 2, c: 3}; keys = [];
for (k in d) { keys.push(k); delete d.b; }
console.log(keys.join());
keys = []; for (k in 'abc') keys.push(k, typeof k);
console.log(keys.join());
for (k in null) console.log('never'); for (k in undefined) console.log('never');
var x = {}; for (x.y in {q: 1}); console.log(x.y);
keys = []; for (let i in [7, , 9]) keys.push(i); console.log(keys.join());
var fs = []; for (let i in {a: 1, b: 2}) fs.push(function () { return i; }); console.log(fs[0](), fs[1]());
// expect: 0,1,b,a
// expect: c,a,0,1,b
// expect: a,b,c
// expect: a,c
// expect: 0,string,1,string,2,string
// expect: q
// expect: 0,2
// expect: a b
