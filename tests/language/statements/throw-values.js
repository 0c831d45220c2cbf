// Any value can be thrown and caught.
var o = {}; [1, 'text', null, undefined, o, NaN, true, Symbol.iterator].forEach(function (v) { try { throw v; } catch (e) { console.log(e === v || (e !== e && v !== v), String(typeof e)); } });
function f() { throw new Error('from f'); } function g() { try { f(); } catch (e) { e.message += ' through g'; throw e; } }
try { g(); } catch (e) { console.log(e.message, e instanceof Error); }
try { [3, 1, 2].sort(function () { throw 'in comparator'; }); } catch (e) { console.log(e); }
try { ({toString: function () { throw 'in toString'; }}) + ''; } catch (e) { console.log(e); }
try { [1].forEach(function () { [2].map(function (x) { throw 'nested ' + x; }); }); } catch (e) { console.log(e); }
try { ({get x() { throw 'getter'; }}).x; } catch (e) { console.log(e); }
try { ({set x(v) { throw 'setter ' + v; }}).x = 5; } catch (e) { console.log(e); }
try { new (function C() { throw 'constructor'; })(); } catch (e) { console.log(e); }
// expect: true number
// expect: true string
// expect: true object
// expect: true undefined
// expect: true object
// expect: true number
// expect: true boolean
// expect: true symbol
// expect: from f through g true
// expect: in comparator
// expect: in toString
// expect: nested 2
// expect: getter
// expect: setter 5
// expect: constructor
