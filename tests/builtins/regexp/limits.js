// A pattern that backtracks without end is given up with an error; deep and large ones are, too, or work.
function attempt(f) {
  try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); }
}
attempt(function () { return /^(a+)+$/.test('a'.repeat(40) + 'b'); });   // expect: RangeError: Regular expression too complex for this text: /^(a+)+$/
attempt(function () { return /(x+x+)+y/.test('x'.repeat(60)); });        // expect: false
attempt(function () { return /^(?:.|\n)*$/.test('a\n'.repeat(50000)); }); // expect: true
attempt(function () { return 'ab'.repeat(100000).replace(/b/g, '').length; }); // expect: 100000
// Flags stand in order in messages, whatever order they were given in.
try { new RegExp('(', 'mug'); } catch (e) { console.log(e.message); }   // expect: Invalid regular expression: /(/gmu: Unterminated group
// In an endless loop inside of another one every iteration is tried once.
attempt(function () { return /(,)?\s|((.|\1*?.)+)*?(?=q)/.exec('aab, xab1').index; });   // expect: 3
var bs = 'b'.repeat(60);
[/^(?:(?:a?)*b)*$/, /^(?:(?:x*)?b)+$/, /^(?:(?:x?)+b)+$/, /^(?:(?:x*?)*?b)+$/, /^(?:(?:x?){0,3}b)+$/, /^(?:(?:x?|y*)*b)+$/,
  /^((?:x?)*b)+$/, /^(?:(x?)*b)+$/, /^(?:(?:(?=y)?)*b)+$/, /(,)?(?:(?:\1)*b)+$/, /^(?:(?:(?:a?)*c?)*b)*$/, /^(?:(?:x?)+?b)+?$/].forEach(function (re) {
  if (re.test(bs + 'x') || !re.test(bs)) console.log('wrong', re);
});
console.log(/^(?:(?:x?)+b)+$/.exec('bxb')[0], /^(?:(x?)+?b)+/.exec('bxbb').join(), /(?:(?:a?)*?b?)*c/.exec('abac')[0]);   // expect: bxb bxbb, abac
