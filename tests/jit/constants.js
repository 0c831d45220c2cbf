// Operators with a small number on the right, and those with one operand.
// stress-every: 97
var operands = [0, 1, -1, 2, 3, 8, 100, -0, 0.5, -2.5, 2147483647, -2147483648, 2147483646, 2147483648, -2147483649, 1e21, NaN,
  Infinity, '', '5', 'a', true, null, undefined, [4], {}];
var operators = [
  function (a) { return a + 1; }, function (a) { return a + -1; }, function (a) { return a - 1; }, function (a) { return a - -32768; },
  function (a) { return a * 3; }, function (a) { return a * 0; }, function (a) { return a * -1; }, function (a) { return a / 2; },
  function (a) { return a / 3; }, function (a) { return a / 0; }, function (a) { return a % 8; }, function (a) { return a % 3; },
  function (a) { return a % -3; }, function (a) { return a % 0; }, function (a) { return a & 255; }, function (a) { return a & -2; },
  function (a) { return a | 0; }, function (a) { return a | -1; }, function (a) { return a ^ 1; }, function (a) { return a << 0; },
  function (a) { return a << 31; }, function (a) { return a >> 0; }, function (a) { return a >> 1; }, function (a) { return a >>> 0; },
  function (a) { return a >>> 1; }, function (a) { return a << 33; },
  function (a) { if (a < 1) return 'y'; return 'n'; }, function (a) { if (a <= 1) return 'y'; return 'n'; },
  function (a) { if (a > 1) return 'y'; return 'n'; }, function (a) { if (a >= 1) return 'y'; return 'n'; },
  function (a) { if (!(a < 1)) return 'y'; return 'n'; }, function (a) { if (!(a >= 1)) return 'y'; return 'n'; },
  function (a) { if (a == 1) return 'y'; return 'n'; }, function (a) { if (a != 1) return 'y'; return 'n'; },
  function (a) { if (a === 1) return 'y'; return 'n'; }, function (a) { if (a !== 1) return 'y'; return 'n'; },
  function (a) { if (a === null) return 'y'; return 'n'; }, function (a) { if (a !== undefined) return 'y'; return 'n'; },
  function (a) { if (a == null) return 'y'; return 'n'; }, function (a) { if (a != null) return 'y'; return 'n'; },
  function (a) { if (a) return 'y'; return 'n'; }, function (a) { if (!a) return 'y'; return 'n'; },
  function (a) { return !a; }, function (a) { return !!a; }, function (a) { return -a; }, function (a) { return +a; },
  function (a) { return ~a; }, function (a) { return typeof a; }, function (a) { a++; return a; }, function (a) { return a++; },
  function (a) { return --a; }, function (a) { return a && 1; }, function (a) { return a || 1; }, function (a) { return a ?? 1; },
  function (a) { return a ? 1 : 2; }, function (a) { return `<${a}>`; }, function (a) { return a?.length; },
];
function text(value) { return Object.is(value, -0) ? '-0' : String(value); }
operators.forEach(function (f) {
  for (var i = 1; i < 500; i++) f(i);
  console.log(String(f).slice(14) + ' ' + operands.map(function (a) { return text(f(a)); }).join(' '));
});
