// A callback is called many times by one native: it may change the array, throw, come in again and collect.
// flags: --expose-gc
// stress-every: 20
var a = [1, 2, 3, 4];
console.log(a.map(function (x, i, all) { if (i === 0) all.length = 3; return [x, i].join(':'); }).join());
console.log(a.length);
console.log([1, 2, 3].map(function (x) { gc({type: 'minor'}); return {x: x}; }).map(function (o) { return o.x; }).join());
console.log([1, 2].map(function () { return arguments.length; }).join());
console.log([5, 6].map(function (a, b, c, d) { return d === undefined && c.length === 2; }).join());
console.log([1, 2].map(function () { 'use strict'; return this; }, 'self').join());
console.log([[1, 2], [3]].map(function (inner) { return inner.map(function (x) { return x * 2; }); }).join(';'));
try {
  [1, 2, 3].forEach(function (x) { if (x === 2) throw new RangeError('at ' + x); });
} catch (e) {
  console.log(e.message);
}
console.log([3, 1, 2].sort(function (x, y) { gc(); return x - y; }).join());
console.log([3, 1, 2].sort(function (x, y) { return [y, x].sort()[0] === x ? -1 : 1; }).join());
console.log([1, 2, 3, 4].reduce(function (s, x, i, all) { return s + x * i + all.length; }));
console.log([, 1, , 2].reduceRight(function (s, x) { return s + '-' + x; }));
console.log([1, 2, 3].filter(Boolean).map(String).map(parseFloat.bind(null)).join());
function deep(n) { return n === 0 ? 0 : [n].map(function (x) { return deep(x - 1); })[0] + 1; }
console.log(deep(50));
function endless() { return [1].map(endless); }
try { endless(); } catch (e) { console.log(e instanceof RangeError, e.message); }
console.log(Array.prototype.map.call({length: 2, 0: 'x', 1: 'y'}, function (v, i) { return v + i; }).join());
console.log(Array.prototype.map.call('hi', function (v, i) { return v + i; }).join());
console.log(Array.prototype.map.call(new Int8Array([1, 300]), function (v) { return v; }).join());
(function () { console.log(Array.prototype.map.call(arguments, function (v) { return v; }).join()); })(1, 2);
// stress-every: 23
