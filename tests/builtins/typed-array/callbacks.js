// Methods that call a function.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var a = new Int16Array([5, 1, 4]);
a.forEach(function (v, i, all) { console.log(v, i, all === a, this.t); }, {t: 1});
// expect: 5 0 true 1
// expect: 1 1 true 1
// expect: 4 2 true 1
console.log(a.map(function (v) { return v * 1.5; }).join(), a.filter(function (v) { return v > 2; }).join());
// expect: 7,1,6 5,4
console.log(a.every(function (v) { return v > 0; }), a.some(function (v) { return v > 5; }));   // expect: true false
console.log(a.find(function (v) { return v < 5; }), a.findIndex(function (v) { return v < 5; }));   // expect: 1 1
console.log(a.findLast(function (v) { return v > 1; }), a.findLastIndex(function (v) { return v > 9; }), a.find(function () {}));
// expect: 4 -1 undefined
console.log(a.reduce(function (s, v) { return s + v; }), a.reduceRight(function (s, v) { return s + '-' + v; }, 'x'));
// expect: 10 x-4-1-5
error(function () { return a.map(1); });   // expect: TypeError: 1 is not a function
error(function () { return a.forEach(); });   // expect: TypeError: undefined is not a function
error(function () { return new Int16Array(0).reduce(function () {}); });
// expect: TypeError: Reduce of empty array with no initial value
error(function () { return a.map(function () { throw new Error('from the callback'); }); });
// expect: Error: from the callback
