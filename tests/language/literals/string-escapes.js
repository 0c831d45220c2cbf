// String literals: escapes, quotes, continuation, Unicode.
var continued = 'a\
b'; console.log(continued);   // expect: ab
console.log('\x41\u0042\u{43}\u{1F600}', "d\"q", 'it\'s', '\q\a\/', '\b\f\v'.length, '\0'.length, '\u2028'.length);   // expect: ABC😀 d"q it's qa/ 3 1 1
console.log(JSON.stringify('\b\t\n\v\f\r\0\\'), '\x7f'.charCodeAt(0), '\u{0041}', '\u{10FFFF}'.length, '\ud83d\ude00', '\ud83d'.length);   // expect: "\b\t\n\u000b\f\r\u0000\\" 127 A 2 😀 1
console.log('漢字', 'é'.length, '\u00e9' === 'é', '😀'.length, '😀'.codePointAt(0).toString(16), '\u0065\u0301'.length, "'", '"', '`');   // expect: 漢字 1 true 2 1f600 2 ' " `
console.log("line\u2028separator".length, 'tab	inside'.length, ''.length, ' '.length);   // expect: 14 10 0 1
