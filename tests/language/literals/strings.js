// String and template literals: escapes, tags, letters beyond ASCII, also in names.
console.log('\x41\u0042\u{43}\n\t|'.length, 'a\
b', '\0'.length, "it's", 'say "hi"', '\'');
var n = 3; console.log(`a${n}b${n * 2}`, `line1
line2`.length, `${`nested ${n}`}`, `\${n}`, `$ {n} $n`);
function tag(s, ...v) { return s.raw.join('|') + s.length + v.join(); } console.log(tag`x${1}y\n${2}z`);
console.log('\u4f60\u597d' === '你好', '局部变量'.length, '\u{1F600}'.length, '𝒳'.charCodeAt(0).toString(16));
var 变量 = 1, \u0061bc = 2, ünï = 3, $_ = 4; console.log(变量 + abc + ünï + $_);
console.log('abc'[1], 'abc'[5], 'abc'.length, 'abc'.at(-1));
var big = ''; for (var i = 0; i < 1000; i++) big += i; console.log(big.length, big.slice(100, 120), big.indexOf('999'));
console.log(tag.call(null, Object.assign(['q'], {raw: ['r']})));
// expect: 6 ab 1 it's say "hi" '
// expect: a3b6 11 nested 3 ${n} $ {n} $n
// expect: x|y\n|z31,2
// expect: true 4 2 d835
// expect: 10
// expect: b undefined 3 c
// expect: 2890 55565758596061626364 2588
// expect: r1
