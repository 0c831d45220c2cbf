// Latin-1 and UTF-16 texts mix, and equal texts are equal however they are stored.
var wide = 'caf\u00e9 \u2603 snowman in the snow';
console.log(wide.length, wide.charCodeAt(3), wide.charCodeAt(5));  // expect: 26 233 9731
var tail = wide.slice(7);
console.log(tail === 'snowman in the snow', tail + '!', tail.length);  // expect: true snowman in the snow! 19
var o = {};
o[tail] = 1;
console.log(o['snowman in the snow'], 'snowman in the snow' in o);  // expect: 1 true
var joined = 'snowman' + ' in the ' + 'snow';
console.log(joined === tail, joined < wide, wide < joined, o[joined]);  // expect: true false true 1
console.log('\u00e9' === 'caf\u00e9'.charAt(3), '\u0100' > '\u00ff', '\ud83d\ude00'.length);  // expect: true true 2
var rope = 'a long Latin-1 text, ' + '\u2603' + ' and another long text';
console.log(rope, rope.length, rope.indexOf('\u2603'), rope.charCodeAt(rope.length - 1));  // expect: a long Latin-1 text, ☃ and another long text 44 21 116
