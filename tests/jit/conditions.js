// Conditions: every kind of value in every kind of place where it decides, after hot turns with one kind only.
// stress-every: 97
var log = [];
function note() { log.push(Array.prototype.map.call(arguments, String).join(' ')); }
var values = {
  zero: 0, minusZero: -0, one: 1, minusOne: -1, half: 0.5, tiny: 5e-324, nan: NaN, infinity: Infinity, empty: '', a: 'a', zeroText: '0', false: false,
  true: true, null: null, undefined: undefined, object: {}, array: [], function: function () {}, symbol: Symbol.iterator, wrapped: new Boolean(false),
  zeroObject: new Number(0), emptyObject: new String(''), rope: 'abcdefghijklm'.concat(String(values)), big: 2147483648, int: 2147483647,
};
var places = {
  if: function (v) { if (v) return 1; return 0; },
  ifNot: function (v) { if (!v) return 1; return 0; },
  ifNotNot: function (v) { if (!!v) return 1; return 0; },
  else: function (v) { if (v) { return 1; } else { return 0; } },
  question: function (v) { return v ? 1 : 0; },
  questions: function (v) { return v ? v ? 1 : 2 : v ? 3 : 0; },
  while: function (v) { while (v) return 1; return 0; },
  whileNot: function (v) { var n = 0; while (!v) if (++n > 2) break; return n; },
  do: function (v) { var n = 0; do { n++; } while (v && n < 3); return n; },
  for: function (v) { var n = 0; for (; v; n++) if (n > 2) break; return n; },
  and: function (v) { return (v && 'then') === v ? 0 : 1; },
  or: function (v) { return (v || 'else') === 'else' ? 0 : 1; },
  nullish: function (v) { return (v ?? 'else') === 'else' ? 0 : 1; },
  andIf: function (v) { if (v && v) return 1; return 0; },
  orIf: function (v) { if (v || v) return 1; return 0; },
  mixed: function (v) { if ((v || false) && !(v && false)) return 1; return 0; },
  not: function (v) { return !v; },
  notNot: function (v) { return !!v; },
  assigned: function (v) { var w; if (w = v) return 1; return 0; },
  andAssigned: function (v) { var w = v; w &&= 7; return w === 7 ? 1 : 0; },
  orAssigned: function (v) { var w = v; w ||= 7; return w === 7 ? 0 : 1; },
  nullishAssigned: function (v) { var w = v; w ??= 7; return w === 7 ? 0 : 1; },
  chain: function (v) { return v?.toString?.name; },
  chainCall: function (v) { return typeof v?.valueOf(); },
  default: function (v) { return (function (w = 'default') { return w === 'default' ? 0 : 1; })(v); },
  isNull: function (v) { return v === null; }, isNullIf: function (v) { if (v === null) return 1; return 0; },
  isUndefined: function (v) { return v === undefined; }, isUndefinedIf: function (v) { if (v !== undefined) return 1; return 0; },
  looseNull: function (v) { return v == null; }, looseNullIf: function (v) { if (v != null) return 1; return 0; },
  looseUndefined: function (v) { if (v == undefined) return 1; return 0; },
  isTrue: function (v) { if (v === true) return 1; return 0; }, looseTrue: function (v) { if (v == true) return 1; return 0; },
  isFalse: function (v) { if (v === false) return 1; return 0; }, looseFalse: function (v) { return v == false; },
  isZero: function (v) { if (v === 0) return 1; return 0; }, looseZero: function (v) { if (v == 0) return 1; return 0; },
  isEmpty: function (v) { if (v === '') return 1; return 0; }, looseEmpty: function (v) { return v == ''; },
  isItself: function (v) { if (v === v) return 1; return 0; }, isNotItself: function (v) { return v !== v; }, looseItself: function (v) { return v == v; },
  typeNumber: function (v) { if (typeof v === 'number') return 1; return 0; }, typeObject: function (v) { return typeof v == 'object'; },
  type: function (v) { return typeof v; }, void: function (v) { return void v; },
  notNumber: function (v) { if (typeof v !== 'undefined' && typeof v !== 'function') return 1; return 0; },
  switch: function (v) {
    switch (v) { case 0: return 'zero'; case 1: return 'one'; case 'a': return 'a'; case null: return 'null'; case undefined: return 'undefined';
      case true: return 'true'; case NaN: return 'never'; case 0.5: return 'half'; case 2147483648: return 'big'; default: return 'default'; }
  },
  switchTrue: function (v) { switch (true) { case v: return 'itself'; case !v: return 'falsy'; default: return 'truthy'; } },
  fallThrough: function (v) { var s = ''; switch (typeof v) { case 'string': s += 's'; case 'number': s += 'n'; break; case 'object': s += 'o'; default: s += 'd'; } return s; },
};
var first = {int: [1, 2], boolean: [true, false], string: ['x', ''], object: [{}, null], mixed: [0.5, undefined]};
// Each function is hot with one kind of value; then it gets all of them.
Object.keys(places).forEach(function (name, n) {
  var f = places[name], kind = first[Object.keys(first)[n % 5]];
  for (var i = 0; i < 400; i++) f(kind[i & 1]);
  note(name, Object.keys(values).map(function (key) { return f(values[key]); }).join(' '));
});
// Comparisons by order of all with all, as value and as jump, and in loops.
var numbers = [0, -0, 1, -1, 0.5, NaN, Infinity, -Infinity, 2147483647, -2147483648, 2147483648, -2147483649, '', '1', 'a', 'b', null, undefined, true, [2], {},
  {valueOf: function () { return 1; }}, new Date(5)];
var orders = [
  function (a, b) { return (a < b) + (a <= b) * 2 + (a > b) * 4 + (a >= b) * 8; },
  function (a, b) { var n = 0; if (a < b) n = 1; if (a <= b) n += 2; if (a > b) n += 4; if (a >= b) n += 8; return n; },
  function (a, b) { var n = 0; if (!(a < b)) n = 1; if (!(a <= b)) n += 2; if (!(a > b)) n += 4; if (!(a >= b)) n += 8; return 15 - n; },
  function (a, b) { return (a < b ? 1 : 0) + (a <= b ? 2 : 0) + (a > b ? 4 : 0) + (a >= b ? 8 : 0); },
  function (a, b) { var n = 0; if (a < b && a <= b) n = 3; if (a > b || a >= b) n += a > b ? 12 : 8; if (!(a < b) && a <= b) n += 2; return n; },
  function (a, b) { var n = 0; while (a < b) { n++; break; } do { if (n > 30) break; } while (n > 50); for (; a <= b; ) { n += 2; break; } while (a > b) { n += 4; break; } while (a >= b) { n += 8; break; } return n; },
];
orders.forEach(function (f) { for (var i = 0; i < 400; i++) f(i, 200); });
numbers.forEach(function (a, i) {
  note(i, numbers.map(function (b) {
    var all = orders.map(function (f) { return f(a, b); });
    return all.every(function (n) { return n === all[0]; }) ? all[0] : 'differ: ' + all;
  }).join(' '));
});
var equals = [
  function (a, b) { return (a == b) + (a != b) * 2 + (a === b) * 4 + (a !== b) * 8; },
  function (a, b) { var n = 0; if (a == b) n = 1; if (a != b) n += 2; if (a === b) n += 4; if (a !== b) n += 8; return n; },
  function (a, b) { var n = 0; if (!(a == b)) n = 1; if (!(a != b)) n += 2; if (!(a === b)) n += 4; if (!(a !== b)) n += 8; return 15 - n; },
  function (a, b) { return (b == a && 1) + (b != a && 2) + (b === a && 4) + (b !== a && 8); },
];
equals.forEach(function (f) { for (var i = 0; i < 400; i++) f(i, 200); });
Object.keys(values).forEach(function (key) {
  note(key, Object.keys(values).map(function (other) {
    var all = equals.map(function (f) { return f(values[key], values[other]); });
    return all.every(function (n) { return n === all[0]; }) ? all[0] : 'differ: ' + all;
  }).join(' '));
});
// Jumps over many instructions, forward and back.
var body = '';
for (var i = 0; i < 3000; i++) body += 'x = x + ' + i + ' | 0; if (x === -1) return "never";\n';
var far = new Function('n', 'var x = 0; for (var i = 0; i < n; i++) { if (i % 2) {' + body + ' } else { x++; } if (x < 0) continue; } return x;');
note('far', far(400), far(3));
console.log(log.join('\n'));
