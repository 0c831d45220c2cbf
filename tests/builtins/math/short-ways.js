// What the interpreter calls without a frame answers as the long way does.
var s = 'ab\u00ff\u0100' + 'x'.repeat(20), rope = s + s, slice = rope.slice(1, 30);
console.log(s.charCodeAt(0), s.charCodeAt(3), s.charCodeAt(-1), s.charCodeAt(99), s.charCodeAt(), s.charCodeAt('1'), s.charCodeAt(1.9));   // expect: 97 256 NaN NaN 97 98 98
console.log(rope.charCodeAt(25), slice.charCodeAt(0), slice.charAt(2) === '\u0100', slice[1] === '\u00ff', rope[24], rope[999]);   // expect: 98 98 true true a undefined
console.log(s.charAt(1), s.charAt(50) === '', String.fromCharCode(65), String.fromCharCode(0x10041), String.fromCharCode(-1).charCodeAt(0), String.fromCharCode(256).length);   // expect: b true A A 65535 1
console.log(Math.max(1, 2), Math.max(2.5, 1), Math.max(NaN, 1), Math.max(1, NaN), 1 / Math.max(-0, 0), 1 / Math.min(0, -0), Math.max(), Math.min(3, 3));   // expect: 2 2.5 NaN NaN Infinity -Infinity -Infinity 3
console.log(Math.floor(-0.5), 1 / Math.floor(-0), Math.floor('7.5'), Math.abs(-2147483648), Math.abs(-3), 1 / Math.abs(-0), Math.sqrt(9), Math.round(-0.5), Math.ceil(1.2), Math.abs(), Math.sqrt({}));   // expect: -1 -Infinity 7 2147483648 3 Infinity 3 -0 2 NaN NaN
var a = [], lengths = [];
for (var i = 0; i < 20; i++) lengths.push(a.push({i: i}));
console.log(lengths.join(), a.push(), a.push(1, 2), a.length);   // expect: 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20 20 22 22
var frozen = Object.freeze([1]), sealed = Object.preventExtensions([1]);
try { frozen.push(2); } catch (e) { console.log(e.message); }   // expect: Cannot add property 1, object is not extensible
try { sealed.push(2); } catch (e) { console.log(e.message); }   // expect: Cannot add property 1, object is not extensible
console.log([1e300 | 0, 4294967297.5 | 0, -4294967297.5 | 0, 9.3e18 | 0, -9.3e18 | 0, NaN | 0, Infinity | 0, 1e20 >>> 0, 9223372036854775807 | 0].join());   // expect: 0,1,-1,-81657856,81657856,0,0,1661992960,0
