// Own keys: indexes ascending, then strings, then symbols, each in order of creation.
var s1 = Symbol('1'), s2 = Symbol('2');
var o = {b: 1, 10: 1, a: 1, [s2]: 1, 2: 1, [s1]: 1, '01': 1, '-1': 1, 4294967295: 1, 4294967294: 1};
console.log(Object.keys(o).join());   // expect: 2,10,4294967294,b,a,01,-1,4294967295
console.log(Reflect.ownKeys(o).map(String).join());   // expect: 2,10,4294967294,b,a,01,-1,4294967295,Symbol(2),Symbol(1)
console.log(Object.getOwnPropertyNames('ab').join(), Object.getOwnPropertyNames([7, 8]).join(), Object.keys('ab').join());   // expect: 0,1,length 0,1,length 0,1
console.log(Object.getOwnPropertyNames(() => 1).join());   // expect: length,name
delete o.b; o.b = 1; o[1] = 1; console.log(Object.keys(o).join());   // expect: 1,2,10,4294967294,a,01,-1,4294967295,b
console.log(Object.keys([, 1, , 2]).join(), Object.keys(Object.assign([3], {x: 1, 2: 5})).join());   // expect: 1,3 0,2,x
var h = {}; Object.defineProperty(h, 'hidden', {value: 1}); h.shown = 1; console.log(Object.keys(h).join(), Object.getOwnPropertyNames(h).join());   // expect: shown hidden,shown
console.log(Object.getOwnPropertySymbols(o).map(String).join(), Object.getOwnPropertySymbols([]).length);   // expect: Symbol(2),Symbol(1) 0
console.log(Object.keys(5).length, Object.keys(true).length);   // expect: 0 0
try { Object.keys(undefined); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError Cannot convert undefined or null to object
var big = {}; for (var i = 0; i < 300; i++) big['k' + i] = i; for (i = 0; i < 300; i += 2) delete big['k' + i]; big.k0 = 1; console.log(Object.keys(big).length, Object.keys(big)[0], Object.keys(big)[150]);   // expect: 151 k1 k0
