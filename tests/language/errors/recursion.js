// Endless recursion through functions, accessors, conversions and natives is a RangeError.
// skip-stress: thousands of frames, each a root, at every collection
function f() { return f() + 1; } try { f(); } catch (e) { console.log(e instanceof RangeError, e.message); }
var o = {get x() { return this.x; }}; try { o.x; } catch (e) { console.log(e instanceof RangeError); }
var t = {toString: function () { return '' + t; }}; try { '' + t; } catch (e) { console.log(e instanceof RangeError); }
function s() { [2, 1].sort(s); } try { s(); } catch (e) { console.log(e instanceof RangeError); }
function m() { [1].map(m); } try { m(); } catch (e) { console.log(e instanceof RangeError); }
function a() { a.apply(null, arguments); } try { a(); } catch (e) { console.log(e instanceof RangeError); }
function b() { b.bind(null)(); } try { b(); } catch (e) { console.log(e instanceof RangeError); }
var d = 0; function depth() { d++; depth(); } try { depth(); } catch (e) {} console.log(d > 1000, d < 1e6);
console.log([1, 2].map(function (x) { return x + 1; }).join());
// expect: true Maximum call stack size exceeded
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true true
// expect: 2,3
