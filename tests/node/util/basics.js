// util: inherits, types, isDeepStrictEqual and the rest.
var util = require('util');
function A() {} function B() {}
util.inherits(B, A);
console.log(new B() instanceof A, B.super_ === A, Object.keys(B));   // expect: true true []
try { util.inherits(B); } catch (e) { console.log(e.message); }
// expect: The "superCtor" argument must be of type function. Received undefined
try { util.inherits(B, {}); } catch (e) { console.log(e.message); }
// expect: The "superCtor.prototype" property must be of type object. Received undefined
console.log(util.types.isDate(new Date()), util.types.isRegExp(/x/), util.types.isNativeError(new TypeError()), util.types.isMap(new Map()), util.types.isBoxedPrimitive(Object(1)), util.types.isSet([]));
// expect: true true true true true false
console.log(util.isArray([]), util._extend({a: 1}, {b: 2}), util.stripVTControlCharacters('\u001b[31mred\u001b[39m'), util.toUSVString('a\ud800b😀'));
// expect: true { a: 1, b: 2 } red a�b😀
console.log(util.isDeepStrictEqual({a: [1, {b: 2}]}, {a: [1, {b: 2}]}), util.isDeepStrictEqual([1], ['1']), util.isDeepStrictEqual(NaN, NaN), util.isDeepStrictEqual(0, -0));
// expect: true false true false
console.log(util.isDeepStrictEqual(new Set([1, {a: 1}]), new Set([{a: 1}, 1])), util.isDeepStrictEqual(new Map([[{k: 1}, 'v']]), new Map([[{k: 1}, 'v']])), util.isDeepStrictEqual(new Date(0), new Date(1)), util.isDeepStrictEqual(new A(), new B()));
// expect: true true false false
var a = {n: 1}, b = {n: 1};
a.self = a; b.self = b;
console.log(util.isDeepStrictEqual(a, b));   // expect: true
console.log(util.deprecate(function (x) { return x * 2; }, 'old', 'DEP9999')(4), typeof util.debuglog('x'), util.debuglog('x').enabled);
// expect: 8 function false
