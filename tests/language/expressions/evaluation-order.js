// Left to right: operands, members, calls, assignments, literals.
var log = []; function v(n, value) { log.push(n); return value === undefined ? n : value; } function done() { var s = log.join(''); log = []; return s; }
v('a', 1) + v('b', 2) * v('c', 3); console.log(done());
var o = {x: {}}; v('o', o)[v('k', 'x')][v('l', 'y')] = v('r', 1); console.log(done(), o.x.y);
v('f', function () {})(v('1'), v('2'), ...v('s', [])); console.log(done());
new (v('n', function () {}))(v('1')); ({[v('k1')]: v('v1'), [v('k2')]: v('v2'), ...v('s', {})}); console.log(done());
[v(1), v(2), ...v('s', []), v(3)]; `${v('t')}${v('u')}`; console.log(done());
var i = 0, arr = [0, 0, 0]; arr[i++] = i++; arr[i] = i = 0; console.log(arr.join(), i);
var x = 1; x = x++ + x; console.log(x); x = 1; x += x++ + ++x; console.log(x);
var order = {get a() { log.push('get'); return 1; }, set a(n) { log.push('set' + n); }}; order.a += v('rhs', 5); order.a++; console.log(done());
try { undefined[v('key')] = v('value'); } catch (e) { console.log(e.name, done()); }
try { null.x(v('argument')); } catch (e) { console.log(e.name, done()); }
try { missing(v('argument')); } catch (e) { console.log(e.name, done()); }
try { o.missing(v('argument')); } catch (e) { console.log(e.name, done()); }
try { missing = v('value'); delete globalThis.missing; } catch (e) { console.log(e.name); } console.log(done());
var obj = {toString: function () { return v('toString', 'k'); }, valueOf: function () { return v('valueOf', 2); }}; obj + 1; obj * 2; `${obj}`; ({})[obj]; obj < 3; console.log(done());
v('cond', 0) ? v('then') : v('else'); v('l', 0) && v('never'); v('l', 1) || v('never'); v('n', null) ?? v('default'); console.log(done());
// expect: abc
// expect: oklr 1
// expect: f12s
// expect: n1k1v1k2v2s
// expect: 12s3tu
// expect: 1,0,0 0
// expect: 3
// expect: 5
// expect: getrhsset6getset2
// expect: TypeError keyvalue
// expect: TypeError
// expect: ReferenceError
// expect: TypeError argument
// expect: value
// expect: valueOfvalueOftoStringtoStringvalueOf
// expect: condelsellndefault
