// The arguments object of a sloppy function with simple parameters: its elements are the parameters (ECMA-262 10.4.4).
function show() { console.log([].slice.call(arguments).map(function (v) { return JSON.stringify(v); }).join(' ')); }
function a1(a) { arguments[0] = 2; return a; }
show(a1(1), a1());   // expect: 2 
function a2(a) { a = 2; return arguments[0]; }
show(a2(1), a2());   // expect: 2 
function a3(a, b, a) { a = 9; b = 8; return [arguments[0], arguments[1], arguments[2], arguments.length]; }
show(a3(1, 2, 3), a3(1, 2), a3(1, 2, 3, 4));   // expect: [1,8,9,3] [1,8,null,2] [1,8,9,4]
function a4(a, b) { 'use strict'; arguments[0] = 2; b = 5; return [a, arguments[1]]; }
show(a4(1, 2));   // expect: [1,2]
function a5(a, b = 1) { arguments[0] = 2; b = 5; return [a, arguments[1]]; }
show(a5(1, 2));   // expect: [1,2]
function a6(a) { delete arguments[0]; a = 7; var r = [arguments[0], 0 in arguments]; arguments[0] = 3; return r.concat(a, arguments[0]); }
show(a6(1));   // expect: [null,false,7,3]
function a7(a, b) {
  Object.defineProperty(arguments, '0', {value: 4});
  var seen = [a];
  a = 5;
  seen.push(arguments[0]);
  Object.defineProperty(arguments, '0', {enumerable: false});
  a = 6;
  seen.push(arguments[0], Object.keys(arguments).join());
  Object.defineProperty(arguments, '0', {writable: false});
  a = 7;
  seen.push(arguments[0], a);
  Object.defineProperty(arguments, '1', {get: function () { return 'got'; }});
  seen.push(b, arguments[1]);
  return seen;
}
show(a7(1, 2));   // expect: [4,5,6,"1",6,7,2,"got"]
function a8(a) { Object.freeze(arguments); a = 2; arguments[0] = 3; return [a, arguments[0], Object.isFrozen(arguments)]; }
show(a8(1));   // expect: [2,1,true]
function a9(a) { Object.seal(arguments); a = 2; var x = arguments[0]; arguments[0] = 3; return [x, a, Object.getOwnPropertyDescriptor(arguments, '0')]; }
show(a9(1));   // expect: [2,3,{"value":3,"writable":true,"enumerable":true,"configurable":false}]
function b1(a) { Object.preventExtensions(arguments); a = 2; arguments[1] = 3; return arguments; }
show(b1(1));   // expect: {"0":2}
function b2(a, b, c) { a = 'x'; arguments[5] = 'six'; return arguments; }
show(b2(1, 2), Object.keys(b2(1, 2)), JSON.stringify(b2(1,2)));   // expect: {"0":"x","1":2,"5":"six"} ["0","1","5"] "{\"0\":\"x\",\"1\":2,\"5\":\"six\"}"
function b3(a) { function a() {} return typeof arguments[0]; }
show(b3(1));   // expect: "function"
function b4(a) { var f = function () { a = 5; }; f(); return arguments[0]; }
show(b4(1));   // expect: 5
function b5(a) { var f = () => { arguments[0] = 6; }; f(); return a; }
show(b5(1));   // expect: 6
function sum() { return Array.prototype.slice.call(arguments).join('+'); }
function b6(a, b) { a = 10; return sum.apply(null, arguments); }
show(b6(1, 2, 3));   // expect: "10+2+3"
function b7(a, b) { a = 10; delete arguments[1]; return sum.apply(null, arguments); }
show(b7(1, 2, 3));   // expect: "10++3"
function b8(a) { a = 10; return [].concat([...arguments], Array.from(arguments)); }
show(b8(1, 2));   // expect: [10,2,10,2]
function b9(a, b) { b = 1; var s = []; for (var k in arguments) s.push(k); for (var v of arguments) s.push(v); return s; }
show(b9('p', 'q', 'r'));   // expect: ["0","1","2","p",1,"r"]
function c1(a) { a++; a += 2; [1].forEach(function () { a *= 2; }); return arguments[0]; }
show(c1(1));   // expect: 8
function c2(a) { for (a in {k: 1}); return arguments[0]; }
show(c2(1));   // expect: "k"
function c3(a) { arguments[0]++; arguments[0] += 5; return a; }
show(c3(1));   // expect: 7
function c4(a, b) { Array.prototype.sort.call(arguments); Array.prototype.push.call(arguments, 'z'); return [a, b, arguments.length, arguments[2]]; }
show(c4(2, 1));   // expect: [1,2,3,"z"]
function c5(a) { var g = arguments; a = {deep: 1}; return g; }
show(c5(1), Object.prototype.toString.call(c5(1)));   // expect: {"0":{"deep":1}} "[object Arguments]"
function c6(a) { a = 3; return new (function K(x) { x = x * 2; this.v = arguments[0]; })(a).v; }
show(c6(1));   // expect: 6
function c7(a) { arguments.length = 1; a = 2; arguments.length = 0; return sum.apply(null, arguments) + '|' + arguments[0]; }
show(c7(1, 5));   // expect: "|2"
var obj = { m(a) { a = 4; return arguments[0]; }, set s(v) { v = 2; this.q = arguments[0]; } };
obj.s = 1;
show(obj.m(1), obj.q);   // expect: 4 2
function c8(a) { arguments = [1, 2]; a = 4; return arguments[0]; }
show(c8(9));   // expect: 1
function c9(a) { var arguments; a = 4; return arguments[0]; }
show(c9(9));   // expect: 4
function d1(a) { Object.defineProperty(arguments, 0, {get: function () { return 'g'; }, configurable: true}); a = 3; delete arguments[0]; return [a, arguments[0]]; }
show(d1(9));   // expect: [3,null]
function d2(a) { Object.defineProperty(arguments, 0, {value: 2, writable: false, enumerable: false, configurable: false}); a = 3; return Object.getOwnPropertyDescriptor(arguments, '0'); }
show(d2(9));   // expect: {"value":2,"writable":false,"enumerable":false,"configurable":false}
function d3(a) { Object.defineProperty(arguments, 0, {value: 2, writable: false}); return [a, (a = 3, arguments[0])]; }
show(d3(9));   // expect: [2,2]
