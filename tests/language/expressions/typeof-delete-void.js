// typeof, delete, void, comma, in.
console.log([undefined, null, true, 1, NaN, 's', Symbol(), function () {}, () => 1, {}, [], new Date(0), Math.max, new Number(1), new String('')].map(function (v) { return typeof v; }).join());   // expect: undefined,object,boolean,number,number,string,symbol,function,function,object,object,object,function,object,object
console.log(typeof undeclared, typeof typeof 1, typeof void 1, typeof null === 'object', typeof (typeof 1), typeof delete {}.x);   // expect: undefined string undefined true string boolean
var o = {a: 1, b: {c: 2}, get g() { return 1; }}; console.log(delete o.a, 'a' in o, delete o.b.c, delete o.missing, delete o['g'], o.g, delete o.x?.y, Object.keys(o).join());   // expect: true false true true true undefined true b
var arr = [1, 2, 3]; console.log(delete arr[1], arr.length, 1 in arr, arr.join(), delete arr.length, delete arr[10]);   // expect: true 3 false 1,,3 false true
var v = 1; console.log(delete v, v, delete 1, delete 'x'.length, delete (1, o.b), delete f_(), typeof f_); function f_() { return 5; }   // expect: false 1 true false true true function
console.log('a' in {a: undefined}, 0 in [1], 1 in [1], 'length' in [], 'toString' in {}, Symbol.iterator in [], '0' in 'x'.split(''), !('x' in {}));   // expect: true true false true true true true true
console.log(void 0, void 'x', (1, 2, 'last'), (o.b, o.b), [(1, 2)][0]);   // expect: undefined undefined last {} 2
try { 'a' in 'abc'; } catch (e) { console.log(e.message); }   // expect: Cannot use 'in' operator to search for 'a' in abc
try { delete null.x; } catch (e) { console.log(e.message); }   // expect: Cannot convert undefined or null to object
try { delete undefined[0]; } catch (e) { console.log(e.name); }   // expect: TypeError
