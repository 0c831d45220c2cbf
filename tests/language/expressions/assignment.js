// Assignments: order of evaluation, compound and logical ones, chains, accessors.
var a = 1, b = a++ + ++a; console.log(a, b);
var o = {n: null, z: 0, s: 'x'}; o.n ??= 5; o.z ||= 6; o.s &&= 'y'; o.q ??= 7; console.log(o.n, o.z, o.s, o.q);
var x = 1; console.log(x + (x = 2) + x, x); x = 1; x += (x = 5); console.log(x);
var log = []; function t(n) { log.push(n); return {p: n, k: 1}; } t(1)[t(2).k] = t(3); console.log(log.join());
var arr = [1, 2, 3], i = 0; arr[i++] += 10; arr[i++] *= 2; console.log(arr.join(), i);
var c = a = b = 9; console.log(a, b, c);
var g = {get v() { log.push('get'); return 1; }, set v(n) { log.push('set' + n); }}; log = []; g.v += 2; g.v++; console.log(log.join());
function f(v, w) { return v + w; } var y = 1; console.log(f(y, y++), f(y++, y));
console.log([y, y = 5, y].join(), y);
var s = ''; s += 1; s += null; s += undefined; s += [1, 2]; console.log(s);
undeclaredGlobal = 3; console.log(undeclaredGlobal, delete globalThis.undeclaredGlobal, typeof undeclaredGlobal);
// expect: 3 4
// expect: 5 6 y 7
// expect: 5 2
// expect: 6
// expect: 1,2,3
// expect: 11,4,3 2
// expect: 9 9 9
// expect: get,set3,get,set2
// expect: 2 5
// expect: 3,5,5 5
// expect: 1nullundefined1,2
// expect: 3 true undefined
