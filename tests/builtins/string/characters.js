// Characters and code points by index, strings made of them, lone surrogates.
var s = 'a\u00e9\u2603\ud83d\ude00z';
console.log(s.charAt(0), s.charAt(1), s.charAt(9) === '', s.charAt(-1) === '', s.charAt() , s.charAt('1'));  // expect: a é true true a é
console.log(s.charCodeAt(2), s.charCodeAt(99), s.charCodeAt(NaN), s.charCodeAt(1.9));  // expect: 9731 NaN 97 233
console.log(s.codePointAt(3), s.codePointAt(4), s.codePointAt(5), s.codePointAt(6));  // expect: 128512 56832 122 undefined
console.log(s.at(0), s.at(-1), s.at(99), s.at(-99), s[0], s[99], s['length'], s['1']);  // expect: a z undefined undefined a undefined 6 é
console.log(String.fromCharCode(72, 105, 0x2603, 65536 + 33), String.fromCharCode(), String.fromCharCode('65', 66.7));  // expect: Hi☃!  AB
console.log(String.fromCodePoint(0x1F600, 65) === '\ud83d\ude00A', String.fromCodePoint().length);  // expect: true 0
try { String.fromCodePoint(1.5); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: RangeError: Invalid code point 1.5
try { String.fromCodePoint(0x110000); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: RangeError: Invalid code point 1114112
try { String.fromCodePoint('_'); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: RangeError: Invalid code point NaN
console.log('ab\ud800c'.isWellFormed(), 'ab\ud83d\ude00'.isWellFormed(), 'ab\ud800c'.toWellFormed() === 'ab\ufffdc');  // expect: false true true
