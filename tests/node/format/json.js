// %j
var o = {a: 1};
console.log('%j %j %j', {a: [1]}, 'x', undefined);   // expect: {"a":[1]} "x" undefined
o.o = o;
console.log('%j', o);   // expect: [Circular]
console.log('%j', {toJSON: function () { return 'J'; }});   // expect: "J"
try { console.log('%j', {toJSON: function () { throw new Error('E'); }}); } catch (e) { console.log(e.message); }
// expect: E
