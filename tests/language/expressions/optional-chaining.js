// Optional chaining: properties, calls, delete, what a chain skips and what it does not.
var o = {a: {b: {c: function () { return this.d; }, d: 1}}, n: null, f: null};
console.log(o?.a?.b?.d, o?.x?.y.z.w, o.n?.x, o.a?.b.c(), o.x?.(), o.f?.(1), o?.['a']?.['b'].d, o.x?.[(function () { throw 1; })()]);
console.log(delete o?.a?.b?.d, o.a.b.d, delete o?.zz?.y);
try { o.f?.x; o.a.q.r; } catch (e) { console.log(e.message); }
try { o.a.nope?.().x; o.a.nope(); } catch (e) { console.log(e.message); }
console.log((o?.x).y === undefined ? 'never' : 0);
// expect: 1 undefined undefined 1 undefined undefined 1 undefined
// expect: true undefined true
// expect: Cannot read properties of undefined (reading 'r')
// expect: o.a.nope is not a function
// expect error: TypeError: Cannot read properties of undefined (reading 'y')
