// Every operator in a function that has been compiled for integers, with operands of all kinds.
// stress-every: 97
var calls = 0;
function thing(value) { return {valueOf: function () { calls++; return value; }, toString: function () { return 'text'; }}; }
var operands = [0, 1, -1, 2, 7, 31, 32, 33, -0, 0.5, -2.5, 2147483647, -2147483648, 2147483648, 4294967295, 1e21, NaN, Infinity,
  -Infinity, '', '5', 'a', true, false, null, undefined, thing(3), [4], []];
var operators = {
  add: function (a, b) { return a + b; }, subtract: function (a, b) { return a - b; },
  multiply: function (a, b) { return a * b; }, divide: function (a, b) { return a / b; },
  modulo: function (a, b) { return a % b; },
  and: function (a, b) { return a & b; }, or: function (a, b) { return a | b; }, xor: function (a, b) { return a ^ b; },
  left: function (a, b) { return a << b; }, right: function (a, b) { return a >> b; }, unsigned: function (a, b) { return a >>> b; },
  less: function (a, b) { return a < b; }, lessEqual: function (a, b) { return a <= b; },
  greater: function (a, b) { return a > b; }, greaterEqual: function (a, b) { return a >= b; },
  equal: function (a, b) { return a == b; }, notEqual: function (a, b) { return a != b; },
  same: function (a, b) { return a === b; }, notSame: function (a, b) { return a !== b; },
  ifLess: function (a, b) { if (a < b) return 1; return 2; }, ifLessEqual: function (a, b) { if (a <= b) return 1; return 2; },
  ifGreater: function (a, b) { if (a > b) return 1; return 2; }, ifGreaterEqual: function (a, b) { if (a >= b) return 1; return 2; },
  ifNotLess: function (a, b) { if (!(a < b)) return 1; return 2; }, ifNotLessEqual: function (a, b) { if (!(a <= b)) return 1; return 2; },
  ifNotGreater: function (a, b) { if (!(a > b)) return 1; return 2; },
  ifNotGreaterEqual: function (a, b) { if (!(a >= b)) return 1; return 2; },
  ifEqual: function (a, b) { if (a == b) return 1; return 2; }, ifNotEqual: function (a, b) { if (a != b) return 1; return 2; },
  ifSame: function (a, b) { if (a === b) return 1; return 2; }, ifNotSame: function (a, b) { if (a !== b) return 1; return 2; },
  whileLess: function (a, b) { var n = 0; while (a < b) { if (++n > 3) break; } return n; },
};
function text(value) { return Object.is(value, -0) ? '-0' : String(value); }
for (var name in operators) {
  var f = operators[name];
  for (var i = 0; i < 500; i++) f(i, 3);
  var sums = operands.map(function (a) { return operands.map(function (b) { return text(f(a, b)); }).join(' '); });
  console.log(name);
  for (var j = 0; j < sums.length; j++) console.log('  ' + sums[j]);
}
console.log(calls);
