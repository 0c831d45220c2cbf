// Order by code units.
console.log('a' < 'b', 'a' < 'B', 'abc' < 'abcd', '' < 'a', 'b' > 'abc', 'a' <= 'a', 'a' >= 'b');  // expect: true false true true true true false
console.log('\uffff' > '\ud83d\ude00', '\u00e9' > 'z', 'z' < '\u0100', '10' < '9', 10 < '9', '10' < 9);  // expect: true true true true false false
var long1 = 'x'.repeat(100) + 'a', long2 = 'x'.repeat(100) + 'b';
console.log(long1 < long2, long1 == long2, long1 + 'b' === 'x'.repeat(100) + 'ab');  // expect: true false true
console.log('abc' == new String('abc'), new String('a') == new String('a'), 'a' === 'a' + '');  // expect: true false true
