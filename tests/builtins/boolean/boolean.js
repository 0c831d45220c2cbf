// Boolean as function and constructor, its objects, its methods.
console.log([0, -0, NaN, '', null, undefined, false].map(Boolean).join(), [1, 'false', '0', [], {}, Symbol(), Infinity].map(Boolean).join());   // expect: false,false,false,false,false,false,false true,true,true,true,true,true,true
var b = new Boolean(false); console.log(typeof b, b ? 'truthy' : 'falsy', b == false, b === false, b.valueOf(), String(b), b + 1);   // expect: object truthy true false false false 1
console.log(typeof Boolean(b), Boolean(b), Boolean(), Boolean.length, Boolean.name, Boolean.prototype.valueOf(), Object.prototype.toString.call(Boolean.prototype));   // expect: boolean true false 1 Boolean false [object Boolean]
console.log(true.toString(), (!1).toString(), Boolean.prototype.toString.call(true), true.constructor === Boolean, Object(true) instanceof Boolean);   // expect: true false true true true
try { Boolean.prototype.valueOf.call(1); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError Boolean.prototype.valueOf requires that 'this' be a Boolean
try { Boolean.prototype.toString.call({}); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError Boolean.prototype.toString requires that 'this' be a Boolean
function B() {} B.prototype.mine = 1; console.log(Reflect.construct(Boolean, [1], B).mine, Boolean.prototype.valueOf.call(Reflect.construct(Boolean, [1], B)));   // expect: 1 true
b.extra = 5; console.log(b.extra, Object.keys(b).join(), JSON.stringify([b, new Boolean(true)]));   // expect: 5 extra [false,true]
