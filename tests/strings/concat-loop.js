// A string that grows by one character a million times is a rope; reading it flattens it once.
// skip-stress
var s = '';
for (var i = 0; i < 1000000; i++) s += 'abcdefghij'[i % 10];
console.log(s.length);  // expect: 1000000
console.log(s.charCodeAt(999999), s[500005], s.slice(-12));  // expect: 106 f ijabcdefghij
var sum = 0;
for (var k = 0; k < s.length; k += 1000) sum += s.charCodeAt(k);
console.log(sum);  // expect: 97000
