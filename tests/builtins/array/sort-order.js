// Which values are compared, in which order: V8's, which a comparator sees.  Inconsistent ones end as they do there.
// stress-every: 200
function trace(a, f) {
  var l = [];
  a.sort(function (x, y) { l.push(x + '?' + y); return f ? f(x, y) : x - y; });
  return l.join(' ');
}
console.log(trace([3, 1, 2]), '|', trace([1, 2, 3, 4]), '|', trace([4, 3, 2, 1]));   // expect: 1?3 2?1 2?3 2?1 | 2?1 3?2 4?3 | 3?4 2?3 1?2
console.log(trace(new Float64Array([3, 1, 2, 5, 4])), '|', trace(new Int8Array([1])));   // expect: 3?1 5?4 2?4 1?2 3?2 3?4 |
console.log(trace([2, , undefined, 1], function () { return -1; }), trace([1, undefined]));   // expect: 1?2
console.log([1, 2, 3].sort(function () { return -1; }).join(), [1, 2, 3].sort(function () { return 1; }).join());   // expect: 3,2,1 1,2,3
console.log([3, 1, 2].sort(function (a, b) { return a > b; }).join(), [3, 1, 2].sort(function (a, b) { return a < b; }).join());   // expect: 3,1,2 3,1,2
console.log(['b', 'a', 'c'].sort(function (a, b) { return a > b ? 1 : 0; }).join(), [3, 1, 2].sort(function () { return NaN; }).join());   // expect: b,a,c 3,1,2
console.log([5, 9, 10].sort(function (a, b) { return String(a - b); }).join(), [2, 1].toSorted(function () { return {valueOf: function () { return -1; }}; }).join());   // expect: 5,9,10 1,2
var texts = [];
function Item(n) { this.n = n; }
Item.prototype.toString = function () { texts.push(this.n); return 'k' + this.n % 3; };
console.log([0, 1, 2, 3, 4].map(function (n) { return new Item(n); }).sort().map(function (x) { return x.n; }).join(), texts.join());   // expect: 0,3,1,4,2 1,0,2,1,3,2,3,1,3,0,4,1,4,2

// All comparisons of many arrays as one number: the sum of a hash of each.
var seed = 5;
function random(n) { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return seed % n; }
function mixed(h, x, y) {
  h = Math.imul(Math.imul(h ^ x, 0x01000193) ^ (y + 77777), 0x85ebca6b);
  return h ^ (h >>> 13);
}
var patterns = [
  function (i, n) { return random(1e6); }, function (i, n) { return i; }, function (i, n) { return n - i; },
  function (i, n) { return random(4); }, function (i, n) { return i < n / 2 ? i : n - i; }, function (i, n) { return i % 7; },
  function (i, n) { return random(20) ? i : random(n); }, function (i, n) { return i > n - 8 ? random(n) : i; },
  function (i, n) { return (i >> 5) + (i & 31) * 100; }, function (i, n) { return i < n * 0.9 ? i * 2 : random(n * 2); },
];
var comparators = [
  function (x, y) { return x - y; }, function (x, y) { return y - x; }, function (x, y) { return x < y ? -1 : x > y ? 1 : 0; },
  function (x, y) { return (x & 1023) - (y & 1023); }, function (x, y) { return x > y; }, function (x, y) { return ((x * 7 + y * 13) & 7) - 3; },
];
function digest(n, pattern, comparator, typed) {
  var h = 17, a = [], calls = 0;
  for (var i = 0; i < n; i++) a.push(pattern(i, n));
  if (typed) a = new Int32Array(a);
  a.sort(function (x, y) { calls++; h = mixed(h, x, y); return comparator(x, y); });
  for (i = 0; i < n; i++) h = mixed(h, a[i], i);
  return [calls, h];
}
function digests(typed, sizes) {
  var calls = 0, h = 1;
  sizes.forEach(function (n) {
    patterns.forEach(function (pattern) {
      comparators.forEach(function (comparator) {
        var d = digest(n, pattern, comparator, typed);
        calls += d[0];
        h = mixed(h, d[1], n);
      });
    });
  });
  return calls + ' ' + h;
}
console.log(digests(false, [2, 3, 5, 12, 31]), digests(false, [32, 33, 63, 64, 65]));   // expect: 5010 431057433 32166 -1398348338
console.log(digests(false, [100, 129, 257]), digests(true, [2, 3, 5, 31, 64, 65]));     // expect: 73786 1585957802 35062 -1650524512
