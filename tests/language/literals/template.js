// Template literals: substitutions, lines, escapes, nesting, conversion, tags.
var a = 1, o = {toString: function () { return 'str'; }, valueOf: function () { return 'val'; }};
console.log(`plain`, `a=${a}`, `${a}${a + 1}`, `${'x'}y${`z${a}`}`, `${o}`, `${[1, 2]}`, `${null} ${undefined} ${true}`, ``.length);
console.log(JSON.stringify(`line
two\n\t\u0041\x42\u{43}\``), `\${a}`, `$a {a} $`, `$${a}$`, `a\
b`);
console.log(`${(() => { return `inner ${a}`; })()}`, `${{a: 1}.a}`, `${a ? `yes ${a}` : 'no'}`, `${a}`.length, typeof `${5}`);
function tag(strings) { return strings.length + ':' + strings.join('|') + ':' + strings.raw.join('|') + ':' + [].slice.call(arguments, 1).join(); }
console.log(tag`x${1}y${2}z`, tag``, tag`${1}`, tag`\n\u0041`, tag`\u`.length);
console.log(((s) => s[0])`\unicode`, ((s) => s.raw[0])`\xg`, Object.isFrozen(((s) => s)`a`), Array.isArray(((s) => s.raw)`a`));
function same() { return (s => s)`once`; } console.log(same() === same(), (s => s)`x` === (s => s)`x`);
var m = {k: 'this', t: function (s, v) { return this.k + s[0] + v; }}; console.log(m.t`-${1}`, m['t']`+${2}`, new (function () { return function () { this.v = 'n'; }; }())().v, String.raw`a\n${a}`);
try { `${Symbol('s')}`; } catch (e) { console.log(e.message); }
console.log(`a${1}b${2}c${3}d${4}e`, `${'a'.repeat(50)}`.length, `é漢😀${'x'}`.length);
// expect: plain a=1 12 xyz1 str 1,2 null undefined true 0
// expect: "line\ntwo\n\tABC`" ${a} $a {a} $ $1$ ab
// expect: inner 1 1 yes 1 1 string
// expect: 3:x|y|z:x|y|z:1,2 1::: 2:|:|:1 1:
// expect: A:\n\u0041: 6
// expect: undefined \xg true true
// expect: true false
// expect: this-1 this+2 n a\n1
// expect: Cannot convert a Symbol value to a string
// expect: a1b2c3d4e 50 5
