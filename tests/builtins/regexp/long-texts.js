// Patterns that do not backtrack without end work, for long texts too.
// skip-stress
// skip-flags (without native code the ways back take more room)
function attempt(f) {
  try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); }
}
var ab = 'ab'.repeat(600000);
attempt(function () { return [/^(?:a|b)*$/.test(ab), /^(a|b)*$/.exec(ab)[1], /^(?:[^"\\]|\\.)*$/.test(ab), /^(?:a?b?)*$/.test(ab)]; });   // expect: [ true, 'b', true, true ]
attempt(function () { return [/^(?:a|b)*c/.test(ab), /"(?:[^"\\]|\\.)*"/.exec('"' + ab + '"').index, /(?:.|\n)*x/.test(ab)]; });   // expect: [ false, 0, false ]
attempt(function () { return ab.replace(/(?:a|b)+/g, 'c') + /^(?:\u1234|a|b)*$/.test(ab + '\u1234'); });   // expect: ctrue
attempt(function () { return /(?:.|\n)*X/i.test(ab.slice(0, 20) + 'x'); });   // expect: true
