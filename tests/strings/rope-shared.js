// A rope whose halves are the same string, many times over.
// skip-stress
var s = '0123456789abcdef';
for (var i = 0; i < 16; i++) s = s + s;
console.log(s.length);  // expect: 1048576
console.log(s[16 * 65536 - 1], s.substring(1048560), s.split('0123').length);  // expect: f 0123456789abcdef 65537
var zigzag = 'middle';
for (var k = 0; k < 2000; k++) zigzag = k % 2 ? zigzag + '>' + k : k + '<' + zigzag;
console.log(zigzag.length, zigzag.slice(0, 10), zigzag.slice(-10), zigzag.indexOf('middle'));  // expect: 8896 1998<1996< >1997>1999 4445
