// for-of: holes, code points, closing of the iterator on every way out, arrays that grow.
var out = []; for (var x of [1, , 3]) out.push(x); console.log(out.length, out[1]);
out = []; for (let c of 'a\u{1F600}b') out.push(c.length); console.log(out.join());
var closed = 0, it = {}; it[Symbol.iterator] = function () { var n = 0; return {next: function () { return {value: n++, done: n > 4}; }, return: function () { closed++; return {}; }}; };
for (x of it) if (x === 1) break; console.log(closed, x);
try { for (x of it) throw 'stop'; } catch (e) { console.log(e, closed); }
(function () { for (var y of it) return y; })(); console.log(closed);
out = []; for (x of it) out.push(x); console.log(out.join(), closed);
outer: for (var i = 0; i < 2; i++) for (x of it) continue outer; console.log(closed);
try { for (x of 5); } catch (e) { console.log(e instanceof TypeError); }
var fs = []; for (const v of [1, 2]) fs.push(() => v); console.log(fs[0]() + fs[1]());
var grow = [1]; out = []; for (x of grow) { out.push(x); if (x < 4) grow.push(x + 1); } console.log(out.join());
function a() { var s = ''; for (var v of arguments) s += v; return s; } console.log(a('x', 'y'));
// expect: 3 undefined
// expect: 1,2,1
// expect: 1 1
// expect: stop 2
// expect: 3
// expect: 0,1,2,3 3
// expect: 5
// expect: true
// expect: 3
// expect: 1,2,3,4
// expect: xy
