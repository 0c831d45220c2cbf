// A string doubled over and over ends in a RangeError, however it is put together.
function grow(f) {
  var s = 'abcdefgh', steps = 0;
  try { for (;;) { s = f(s); steps++; } } catch (e) { console.log(steps, s.length, e.name + ': ' + e.message); }
}
grow(function (s) { return s + s; });             // expect: 25 268435456 RangeError: Invalid string length
grow(function (s) { return s.concat(s); });       // expect: 25 268435456 RangeError: Invalid string length
grow(function (s) { return `${s}${s}`; });        // expect: 25 268435456 RangeError: Invalid string length
grow(function (s) { s += s; return s; });         // expect: 25 268435456 RangeError: Invalid string length
