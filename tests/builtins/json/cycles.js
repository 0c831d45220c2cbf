// JSON.stringify: the message for cycles.
function t(f) { try { return f(); } catch (e) { return e.name + ': ' + e.message; } }
var a = {}; a.a = a; console.log(t(function () { JSON.stringify(a); }));   // expect: TypeError: Converting circular structure to JSON
// expect:     --> starting at object with constructor 'Object'
// expect:     --- property 'a' closes the circle
var b = {x: {y: [1, 2]}}; b.x.y.push(b); console.log(t(function () { JSON.stringify(b); }));   // expect: TypeError: Converting circular structure to JSON
// expect:     --> starting at object with constructor 'Object'
// expect:     |     property 'x' -> object with constructor 'Object'
// expect:     |     property 'y' -> object with constructor 'Array'
// expect:     --- index 2 closes the circle
function Foo() {} var f = new Foo(); f.q = {z: f}; console.log(t(function () { JSON.stringify([f]); }));   // expect: TypeError: Converting circular structure to JSON
// expect:     --> starting at object with constructor 'Foo'
// expect:     |     property 'q' -> object with constructor 'Object'
// expect:     --- property 'z' closes the circle
var c = []; c[0] = c; console.log(t(function () { JSON.stringify(c); }));   // expect: TypeError: Converting circular structure to JSON
// expect:     --> starting at object with constructor 'Array'
// expect:     --- index 0 closes the circle
var d = {a: {b: {c: {}}}}; d.a.b.c.e = d; console.log(t(function () { JSON.stringify(d); }));   // expect: TypeError: Converting circular structure to JSON
// expect:     --> starting at object with constructor 'Object'
// expect:     |     property 'a' -> object with constructor 'Object'
// expect:     |     property 'b' -> object with constructor 'Object'
// expect:     |     property 'c' -> object with constructor 'Object'
// expect:     --- property 'e' closes the circle
d = {a: {b: {c: {d: {}}}}}; d.a.b.c.d.e = d; console.log(t(function () { JSON.stringify(d); }));   // expect: TypeError: Converting circular structure to JSON
// expect:     --> starting at object with constructor 'Object'
// expect:     |     property 'a' -> object with constructor 'Object'
// expect:     |     property 'b' -> object with constructor 'Object'
// expect:     |     ...
// expect:     |     property 'd' -> object with constructor 'Object'
// expect:     --- property 'e' closes the circle
d = {a: {b: [{c: {d: {f: 1}}}]}}; d.a.b[0].c.d.e = d.a; console.log(t(function () { JSON.stringify(d); }));   // expect: TypeError: Converting circular structure to JSON
// expect:     --> starting at object with constructor 'Object'
// expect:     |     property 'b' -> object with constructor 'Array'
// expect:     |     index 0 -> object with constructor 'Object'
// expect:     |     ...
// expect:     |     property 'd' -> object with constructor 'Object'
// expect:     --- property 'e' closes the circle
var n = Object.create(null); n['1'] = {'': {'x y': n}}; console.log(t(function () { JSON.stringify(n); }));   // expect: TypeError: Converting circular structure to JSON
// expect:     --> starting at object with constructor 'Object'
// expect:     |     property '1' -> object with constructor 'Object'
// expect:     |     <anonymous> -> object with constructor 'Object'
// expect:     --- property 'x y' closes the circle
var m = new Map(); m.x = m; console.log(t(function () { JSON.stringify(m, null, 2); }));   // expect: TypeError: Converting circular structure to JSON
// expect:     --> starting at object with constructor 'Map'
// expect:     --- property 'x' closes the circle
var shared = {s: 1}; console.log(JSON.stringify([shared, shared, {shared: shared}]));   // expect: [{"s":1},{"s":1},{"shared":{"s":1}}]
var around = {}, inner = around; for (var i = 0; i < 100; i++) inner = inner['k' + i] = {}; inner.back = around; console.log(t(function () { JSON.stringify(around); }));   // expect: TypeError: Converting circular structure to JSON
// expect:     --> starting at object with constructor 'Object'
// expect:     |     property 'k0' -> object with constructor 'Object'
// expect:     |     property 'k1' -> object with constructor 'Object'
// expect:     |     ...
// expect:     |     property 'k99' -> object with constructor 'Object'
// expect:     --- property 'back' closes the circle
