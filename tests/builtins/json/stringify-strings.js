// JSON.stringify: quoting, well-formed output.
console.log(JSON.stringify('"\\/\b\f\n\r\t\x00\x1f\x7f\v'));   // expect: "\"\\/\b\f\n\r\t\u0000\u001f\u000b"
console.log(JSON.stringify('\ud800'), JSON.stringify('\udc00\ud800'), JSON.stringify('\ud83d\ude00') === '"\ud83d\ude00"', JSON.stringify('a\ud83d'), JSON.stringify('\ud83d\ud83d\ude00').length);   // expect: "\ud800" "\udc00\ud800" true "a\ud83d" 10
console.log(JSON.stringify('\u2028\xe9\u20ac').length, JSON.stringify({'a"b\n': 1, '\ud800': 2}));   // expect: 5 {"a\"b\n":1,"\ud800":2}
console.log(JSON.stringify('x'.repeat(50) + '"' + 'y'.repeat(50)).length, JSON.stringify(('ab' + 'c'.repeat(20)).slice(1, 20)));   // expect: 104 "bcccccccccccccccccc"
console.log(JSON.stringify(['\u20ac', 'a', '\xe9']).length, JSON.parse(JSON.stringify('\u20ac"\n')) === '\u20ac"\n');   // expect: 13 true
