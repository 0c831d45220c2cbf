// Math itself: constants, attributes, random.
console.log(Math.PI, Math.E, Math.LN2, Math.LN10, Math.LOG2E, Math.LOG10E, Math.SQRT2, Math.SQRT1_2);   // expect: 3.141592653589793 2.718281828459045 0.6931471805599453 2.302585092994046 1.4426950408889634 0.4342944819032518 1.4142135623730951 0.7071067811865476
console.log(String(Math), typeof Math, Object.keys(Math).length, JSON.stringify(Object.getOwnPropertyDescriptor(Math, 'PI')), JSON.stringify(Object.getOwnPropertyDescriptor(Math, Symbol.toStringTag)));   // expect: [object Math] object 0 {"value":3.141592653589793,"writable":false,"enumerable":false,"configurable":false} {"value":"Math","writable":false,"enumerable":false,"configurable":true}
console.log(Object.getOwnPropertyNames(Math).join());   // expect: abs,acos,acosh,asin,asinh,atan,atanh,atan2,ceil,cbrt,expm1,clz32,cos,cosh,exp,floor,fround,hypot,imul,log,log1p,log2,log10,max,min,pow,random,round,sign,sin,sinh,sqrt,tan,tanh,trunc,E,LN10,LN2,LOG10E,LOG2E,PI,SQRT1_2,SQRT2
Math.PI = 3; console.log(Math.PI, delete Math.PI, Math.floor.name, Math.atan2.length, Math.hypot.length);   // expect: 3.141592653589793 false floor 2 2
var all = [], i; for (i = 0; i < 1000; i++) all.push(Math.random()); console.log(all.every(function (x) { return x >= 0 && x < 1; }), all.some(function (x) { return x < 0.1; }), all.some(function (x) { return x > 0.9; }), all[0] !== all[1]);   // expect: true true true true
try { Math(); } catch (e) { console.log(e.message); }   // expect: Math is not a function
try { new Math(); } catch (e) { console.log(e.message); }   // expect: Math is not a constructor
Math.extra = function () { return 'mine'; }; console.log(Math.extra());   // expect: mine
