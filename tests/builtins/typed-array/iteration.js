// for-of, spread, arguments, entries, keys, values.
var a = new Uint8Array([7, 8, 9]), list = [];
for (var v of a) list.push(v);
console.log(list.join(), [...a, ...a].join(), Math.max(...a));   // expect: 7,8,9 7,8,9,7,8,9 9
(function (first, ...rest) { console.log(first, rest.join(), Array.isArray(rest)); })(...a);   // expect: 7 8,9 true
console.log(JSON.stringify([...a.entries()]), [...a.keys()].join(), [...a.values()].join());
// expect: [[0,7],[1,8],[2,9]] 0,1,2 7,8,9

var iterator = a[Symbol.iterator]();
console.log(JSON.stringify(iterator.next()), Object.prototype.toString.call(iterator), iterator[Symbol.iterator]() === iterator);
// expect: {"value":7,"done":false} [object Array Iterator] true

console.log(Array.from(a, function (x) { return x * 2; }).join(), new Set(a).size);   // expect: 14,16,18 3
Uint8Array.prototype[Symbol.iterator] = function () { return [1, 2][Symbol.iterator](); };
console.log([...a].join());   // expect: 1,2
