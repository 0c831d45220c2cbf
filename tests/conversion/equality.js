// ==, ===, Object.is, < and + between values of different types.
console.log(1 == '1', '' == 0, '0' == false, null == undefined, null == 0, undefined == 0, NaN == NaN, '1' == true, 'true' == true, [] == '', [1] == 1, {} == '[object Object]');  // expect: true true true true false false false true false true true true
console.log(1 === 1.0, 0 === -0, NaN === NaN, 'a' === 'a', 1 === '1', null === undefined, 0.5 + 0.5 === 1, 1e300 * 1e10 === Infinity);  // expect: true true false true false false true true
var s = Symbol('x'), o = {};
console.log(s == s, s == Symbol('x'), s === s, s == 'x', o == o, o == {}, o === o, Object(s) == s, null == o, o != undefined);  // expect: true false true false true false true true false true
console.log(Object.is(0, -0), Object.is(NaN, NaN), Object.is(1, 1.0), Object.is('a', 'a'), Object.is(o, o), Object.is('1', 1));  // expect: false true true true true false
console.log(1 < 2, '1' < 2, 'a' < 1, null < 1, undefined < 1, NaN >= NaN, [2] > 1, '2' > '10', true > false, -0 < 0, null >= 0, undefined >= undefined);  // expect: true true false true false false true true true false true false
console.log(1 + '2', 1 + 2 + '3', '1' + 2 + 3, true + 1, null + 1, undefined + 1, [] + [], [] + {}, [1] + [2], 1 + null, '' + null, '' + -0, 0.1 + 0.2);  // expect: 12 33 123 2 1 NaN  [object Object] 12 1 null 0 0.30000000000000004
