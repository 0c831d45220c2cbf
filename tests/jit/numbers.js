// Arithmetic in loops, at the edges of integers, and with operands that run code, allocate or throw.
// stress-every: 97
var log = [];
function text(v) { return Object.is(v, -0) ? '-0' : typeof v === 'string' ? JSON.stringify(v) : String(v); }
function note() { log.push(Array.prototype.map.call(arguments, text).join(' ')); }
function show(f, a, b, c) {
  try { return f(a, b, c); } catch (e) { return e instanceof Error ? e.name + ': ' + e.message : 'thrown ' + e; }
}
function warm(f) { for (var i = 1; i < 400; i++) f(i, 3, 2); }

// Loops that run over the edge of 32 bits.
function up(from, turns) { var n = from; for (var i = 0; i < turns; i++) n++; return n; }
function down(from, turns) { var n = from; for (var i = 0; i < turns; i++) n--; return n; }
function addTo(from, step, turns) { for (var i = 0; i < turns; i++) from += step; return from; }
function subtractFrom(from, step, turns) { for (var i = 0; i < turns; i++) from -= step; return from; }
function multiplyBy(from, by, turns) { for (var i = 0; i < turns; i++) from *= by; return from; }
warm(up); warm(down); warm(addTo); warm(subtractFrom); warm(multiplyBy);
note('up', up(2147483600, 100), up(-50, 50), up(-0.5, 3), up(9007199254740990, 9), up('7', 2), up('x', 2), up(null, 2), up(undefined, 2), up(true, 2));
note('down', down(-2147483600, 100), down(50, 50), down(0.5, 3), down(-9007199254740990, 9), down('7', 2), down([], 1), down({}, 2), down(-0, 1));
note('add', addTo(2147483000, 100, 10), addTo(-2147483000, -100, 10), addTo(0, 0.1, 10), addTo('', 1, 12), addTo(1, '', 3), addTo(1, NaN, 2),
  addTo(Infinity, -Infinity, 1), addTo(2147483647, 2147483647, 4), addTo(0, null, 4), addTo(0, undefined, 4), addTo([], {}, 2));
note('subtract', subtractFrom(-2147483000, 100, 10), subtractFrom(2147483000, -100, 10), subtractFrom(1, 0.1, 10), subtractFrom('9', '1', 3),
  subtractFrom(-2147483648, 2147483647, 4), subtractFrom(0, -2147483648, 1), subtractFrom(0, 0, 5), subtractFrom(-0, 0, 5));
note('multiply', multiplyBy(3, 7, 20), multiplyBy(-3, 7, 11), multiplyBy(46341, 46341, 1), multiplyBy(-46341, 46341, 1), multiplyBy(65536, 32768, 1),
  multiplyBy(65536, -32768, 1), multiplyBy(0, -5, 1), multiplyBy(0, -5, 2), multiplyBy(-5, 0, 1), multiplyBy(1e200, 1e200, 1), multiplyBy('3', '4', 2));

// Source and target the same place; all three places the same.
function same(a) { a = a + a; a = a * a; a = a - a; return a; }
function same2(a, b) { b = a + b; a = b - a; b = a * b; a = b / a; b = a % b; return a + ':' + b; }
function squares(a) { return a * a; }
function negated(a) { a = -a; a = ~a; a = -a; return a; }
warm(same); warm(same2); warm(squares); warm(negated);
note('same', same(5), same(2147483647), same(1e200), same('x'), same2(3, 4), same2(2147483647, 1), same2(0.5, 1.5), same2('2', 3), same2(0, 0));
note('squares', squares(46340), squares(46341), squares(-46341), squares(-0), squares(0), squares(0.1), squares('12'), squares(NaN));
note('negated', negated(5), negated(0), negated(-2147483648), negated(2147483647), negated(0.5), negated('3'), negated(4294967295));

// Doubles that are whole numbers serve wherever integers do.
function whole(a, b) { return a + b - 0.5; }
warm(whole);
var three = whole(1.5, 2), list = ['a', 'b', 'c', 'd'], table = new Map([[3, 'in map']]);
function choose(n) { switch (n) { case 1: return 'one'; case 3: return 'three'; default: return 'other'; } }
function index(a, i) { return a[i]; }
warm(choose);
for (var i = 0; i < 400; i++) index(list, i & 3);
note('whole', three, index(list, three), index(list, -0), choose(three), choose(-0), table.get(three), three === 3, three == '3', Object.is(three, 3),
  [1, 2, 3, 4].indexOf(three), String(three), JSON.stringify({n: three}), three | 0, three << 1, three % 2, -three, three / 3, typeof three);
function counts(n) { var s = 0; for (var i = 0.5; i < n; i += 0.5) s += list[i] === undefined ? 0 : 1; return s; }
warm(counts);
note('half steps', counts(4), counts(5));

// Remainders and quotients.
function remainder(a, b) { return a % b; }
function quotient(a, b) { return a / b; }
function power(a, b) { return a ** b; }
warm(remainder); warm(quotient); warm(power);
[[5, 3], [-5, 3], [5, -3], [-5, -3], [6, 3], [-6, 3], [0, 3], [-0, 3], [5, 0], [5, -0], [0, 0], [-2147483648, -1], [-2147483648, 1], [2147483647, 2],
  [-2147483648, 2147483647], [5.5, 2], [-5.5, 2], [5, 2.5], [5, Infinity], [-5, Infinity], [Infinity, 5], [NaN, 5], [5, NaN], ['7', '4'], [null, 3],
  [undefined, 3], [true, 2], [4294967296, 3], [1e300, 7], [7, 8], [1, 3], [0, -3], [-0, -3], [2, -1]].forEach(function (p) {
  note(p[0], p[1], remainder(p[0], p[1]), quotient(p[0], p[1]), power(p[0], p[1]));
});

// Counting on places of all kinds.
function counters(o, a, k) {
  var captured = 0, get = function () { return captured; };
  captured++; ++captured; captured--; captured += 5;
  o.n++; ++o.n; o.n--; o.n += 3; o[k]++; --o[k]; o[k] *= 2; a[0]++; a[0] -= 2;
  return [get(), o.n, o.n++, o.n--, o[k]++, o[k], a[0]--, a[0]].map(text).join();
}
for (i = 0; i < 300; i++) counters({n: i, k: i}, [i], 'k');
note('counters', counters({n: 2147483646, k: 1073741824}, [2147483647], 'k'), counters({n: '5', k: '6'}, ['7'], 'k'), counters({n: -0, k: -0}, [0.5], 'k'),
  counters({n: null, k: true}, [undefined], 'k'), counters({}, [], 'k'), show(counters, null, [], 'k'), show(counters, {n: 1, k: 1}, undefined, 'k'));
function oldValue(v) { var old = v++; return text(old) + '/' + text(v) + '/' + typeof old; }
warm(oldValue);
note('old', oldValue('5'), oldValue(null), oldValue(-0), oldValue([]), oldValue({}), oldValue(2147483647), oldValue(1.5), oldValue(true));

// Operands that run code: in which order, how often, what they throw, and what is stored then.
var order = '';
function operand(name, value) { return {valueOf: function () { order += name; if (value === 'throw') throw name; return value; }, toString: function () { order += name.toUpperCase(); return name; }}; }
var operators = [
  function (a, b) { return a + b; }, function (a, b) { return a - b; }, function (a, b) { return a * b; }, function (a, b) { return a / b; },
  function (a, b) { return a % b; }, function (a, b) { return a ** b; }, function (a, b) { return a & b; }, function (a, b) { return a | b; },
  function (a, b) { return a ^ b; }, function (a, b) { return a << b; }, function (a, b) { return a >> b; }, function (a, b) { return a >>> b; },
  function (a, b) { return a < b; }, function (a, b) { return a <= b; }, function (a, b) { return a > b; }, function (a, b) { return a >= b; },
  function (a, b) { return a == b; }, function (a, b) { return a != b; }, function (a, b) { return a === b; },
  function (a, b) { return a < b ? 1 : 2; }, function (a, b) { return a >= b ? 1 : 2; }, function (a, b) { return !(a > b) ? 1 : 2; },
  function (a, b) { return a == b ? 1 : 2; },
  function (a, b) { a += b; return a; }, function (a, b) { return -a + +b; }, function (a, b) { return ~a; }, function (a, b) { return !a; },
  function (a, b) { return a++ + ++b; }, function (a, b) { return `${a}${b}`; }, function (a, b) { return {[a]: b}.x; }, function (a, b) { return a in b; },
];
operators.forEach(function (f, n) {
  if (n !== 30) warm(f);
  order = '';
  var results = [show(f, operand('a', 6), operand('b', 4)), show(f, operand('a', 'throw'), operand('b', 4)), show(f, operand('a', 6), operand('b', 'throw')),
    show(f, operand('a', 6), 2), show(f, 2, operand('b', 6)), show(f, 1.5, operand('b', 6)), show(f, operand('a', 'text'), operand('b', 1)),
    show(f, operand('a', {}), operand('b', null)), show(f, operand('a', undefined), 0), show(f, Symbol.iterator, 1), show(f, 1, Symbol.iterator)];
  note(n, order, results.map(text).join(' '));
});
function keepsOld(a, b) { var r = 'old'; try { r = a - b; } catch (e) { return r + e; } return r; }
warm(keepsOld);
note('keeps', keepsOld(1, operand('b', 'throw')), keepsOld(operand('a', 'throw'), 1), keepsOld(3, 1));
// An operand that calls the same function again, and makes many objects.
function nested(a, b) { return a * b + a - b; }
var busy = {valueOf: function () { var o = null; for (var i = 0; i < 50; i++) o = {o: o, i: i}; return nested(o.i, 2); }};
warm(nested);
note('nested', nested(busy, 3), nested(3, busy), nested(busy, busy), nested(2147483647, 2), nested(-2147483648, 2147483647));
// Strings: a chain of pieces is equal to a text made at once.
function join(a, n) { var s = ''; for (var i = 0; i < n; i++) s += a; return s; }
function alike(a, b) { return [a === b, a == b, a !== b, a < b, a <= b, a === b ? 1 : 2, a != b ? 1 : 2].join(); }
warm(alike); warm(join);
note('chains', alike(join('ab', 40), 'ab'.repeat(40)), alike(join('ab', 40), join('ab', 40)), alike(join('ab', 40), join('ab', 39) + 'ac'),
  alike('a', 'a\0'), alike('é'.concat('€'), 'é€'), alike('10', 10), alike('', 0), alike('b', 'a'), alike(join(1, 3), 111), alike('\ud800', '\uffff'));
console.log(log.join('\n'));
