// Array.prototype methods on typed arrays.
var a = new Uint8Array([3, 1, 2]), p = Array.prototype;
console.log(p.slice.call(a, 1).join(), p.map.call(a, function (v) { return v * 300; }).join(), p.indexOf.call(a, 2));
// expect: 1,2 900,300,600 2
console.log(p.concat.call([], a).length, p.concat.call([], ...a).length, p.join.call(a, '-'), p.includes.call(a, 1));
// expect: 1 3 3-1-2 true
console.log(p.sort.call(a).join(), p.reverse.call(a).join(), p.reduce.call(a, function (x, y) { return x + y; }));
// expect: 1,2,3 3,2,1 6
try { p.push.call(a, 1); } catch (e) { console.log(e.name); }   // expect: TypeError
console.log(p.fill.call(a, 7).join(), Object.keys(a).join(), Object.entries(a).join('|'), JSON.stringify(Object.assign({}, a)));
// expect: 7,7,7 0,1,2 0,7|1,7|2,7 {"0":7,"1":7,"2":7}
