// Comparisons, in, instanceof, typeof, void, comma, ! and the logical operators.
console.log(1 == '1', 0 == '', null == undefined, null == 0, NaN == NaN, [1] == 1, 'a' == new String('a'), true == 1, true == '1', ({}) == '[object Object]');
console.log(1 === 1.0, '1' === 1, NaN !== NaN, 0 === -0, null === undefined);
console.log('a' < 'b', 'B' < 'a', '10' < '9', 10 < '9', 'a' < 1, null >= 0, undefined >= 0, undefined == 0, [2] > 1, '' < 'a', 'ab' < 'abc');
console.log(1 < 2 < 3, 3 > 2 > 1, NaN < 1, NaN >= 1, Infinity > 1e308, -0 < 0);
console.log('x' in {x: 1}, 0 in [1], 'length' in [], [] instanceof Array, [] instanceof Object, (function () {}) instanceof Function);
var o = {valueOf: function () { return 42; }, toString: function () { return 'str'; }}; console.log(o + 1, o * 2, o + '', `${o}`, o == 42, o > 41, [o] + '');
console.log(typeof null, typeof undefined, typeof 1, typeof 's', typeof {}, typeof [], typeof function () {}, typeof undeclared, typeof Symbol());
console.log(void 0, (1, 2), !0, !!'0', delete {}.x, null ?? 'd', 0 ?? 'd', '' || 'e', 0 && 'f');
try { 1 in 1; } catch (e) { console.log(e.message); } try { ({}) instanceof 5; } catch (e) { console.log(e.message); }
// expect: true true true false false true true true true true
// expect: true false true true false
// expect: true true true false false true false false true true true
// expect: true false false false true false
// expect: true true true true true true
// expect: 43 84 42 str true true str
// expect: object undefined number string object object function undefined symbol
// expect: undefined 2 true true true d 0 e 0
// expect: Cannot use 'in' operator to search for '1' in 1
// expect: Right-hand side of 'instanceof' is not an object
