// What is nested deeper than the stack allows is a RangeError for those who recurse into it, and no trouble for others.
// stress-every: 20000
function message(f) { try { console.log(typeof f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
function nested(n) { var a = []; for (var i = 0; i < n; i++) a = [a]; return a; }
var deep = nested(200000), objects = {};
for (var i = 0; i < 200000; i++) objects = {o: objects};
message(function () { return String(deep); });               // expect: RangeError: Maximum call stack size exceeded
message(function () { return deep.flat(Infinity); });        // expect: RangeError: Maximum call stack size exceeded
message(function () { return JSON.parse('['.repeat(200000) + ']'.repeat(200000)); });   // expect: object
message(function () { var f = function () { return 1; }; for (var k = 0; k < 100000; k++) f = f.bind(); return f(); });   // expect: number
message(function () { var o = {x: 1}; for (var k = 0; k < 20000; k++) o = Object.create(o); return o.x; });               // expect: number
console.log(objects, deep);   // expect: { o: { o: { o: [Object] } } } [ [ [ [Array] ] ] ]
