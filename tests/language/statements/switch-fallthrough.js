// switch: default in the middle, fall through, strict comparison, scope of the block, evaluation order.
function mid(x) { var s = ''; switch (x) { case 1: s += 1; default: s += 'd'; case 2: s += 2; break; case 3: s += 3; } return s; }
console.log(mid(1), mid(2), mid(3), mid(4), mid('1'));
function strict(x) { switch (x) { case '1': return 'string'; case 1: return 'number'; case null: return 'null'; case undefined: return 'undefined'; case NaN: return 'never'; case true: return 'true'; } return 'none'; }
console.log(strict(1), strict('1'), strict(null), strict(undefined), strict(NaN), strict(true), strict({}), strict(1.0));
var order = []; function at(n, v) { order.push(n); return v; }
switch (at('value', 2)) { case at('first', 1): case at('second', 2): case at('third', 3): } console.log(order.join());
switch (1) { case 0: let scoped = 'zero'; break; case 1: scoped = 'one'; console.log(scoped); }
// expect: 1d2 2 3 d2 d2
// expect: number string null undefined none true none number
// expect: value,first,second
// expect error: ReferenceError: Cannot access 'scoped' before initialization
