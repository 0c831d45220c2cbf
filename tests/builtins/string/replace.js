// replace and replaceAll with a string: $ patterns, functions, Symbol.replace.
console.log('a.b.c'.replace('.', '-'), 'a.b.c'.replaceAll('.', '-'), 'aaa'.replaceAll('aa', 'b'), 'abc'.replace('x', 'y'));  // expect: a-b.c a-b-c ba abc
console.log('abc'.replace('b', '[$&]'), 'abc'.replace('b', '[$`|$\']'), 'abc'.replace('b', '$$'), 'abc'.replace('b', '$1$0$<x>$'));  // expect: a[b]c a[a|c]c a$c a$1$0$<x>$c
console.log('abc'.replace('', '_'), 'abc'.replaceAll('', '_'), ''.replace('', 'x'), ''.replaceAll('', 'x'), 'abc'.replace('b', ''));  // expect: _abc _a_b_c_ x x ac
console.log('abcb'.replace('b', function (m, p, s) { return '<' + m + p + s + '>'; }), 'abcb'.replaceAll('b', function (m, p) { return p; }));  // expect: a<b1abcb>cb a1c3
console.log('abc'.replace('b', function () {}), 'abc'.replace('b'), 'undefined'.replace(undefined, 'x'), 'a1b'.replace(1, 2));  // expect: aundefinedc aundefinedc x a2b
console.log('x\u2603y'.replace('\u2603', 'snow'), 'xay'.replace('a', '\u2603'), 'a$b'.replace('$', '$$$$'));  // expect: xsnowy x☃y a$$b
console.log('abc'.replace({toString: function () { return 'b'; }}, 'B'));  // expect: aBc
var pattern = {};
pattern[Symbol.replace] = function (s, r) { return 'custom ' + s + ' ' + r; };
console.log('abc'.replace(pattern, 'q'), 'abc'.replaceAll(pattern, 'z'));  // expect: custom abc q custom abc z
try { 'abc'.replace('b', function () { throw new Error('stop'); }); } catch (e) { console.log(e.message); }  // expect: stop
console.log('one two one'.replaceAll('one', '$& and $&'), 'x'.repeat(5).replaceAll('x', 'ab'));  // expect: one and one two one and one ababababab
