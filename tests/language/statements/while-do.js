// while and do: conditions, side effects, break and continue.
var i = 0, s = ''; while (i < 5) { i++; if (i === 2) continue; if (i === 4) break; s += i; } console.log(s, i);   // expect: 13 4
do { s += '!'; } while (false); console.log(s);   // expect: 13!
var n = 3; while (n--) ; console.log(n);   // expect: -1
n = 0; do n++; while (n < 10) console.log(n);   // expect: 10
n = 0; do { if (n === 2) continue; if (n === 5) break; } while (n++ < 10); console.log(n);   // expect: 5
while (false) console.log('never');
var a = [1, 2, 3], sum = 0, x; while ((x = a.pop()) !== undefined) sum += x; console.log(sum, a.length);   // expect: 6 0
function first(list) { var i = -1; while (++i < list.length) if (list[i] > 2) return list[i]; } console.log(first([1, 2, 3, 4]), first([]));   // expect: 3 undefined
for (var k = 0, t = ''; k < 3; t += k, k++); console.log(t);   // expect: 012
for (var z = 0; ; ) { if (++z > 3) break; } console.log(z);   // expect: 4
for (var p = 10, q = 0; p > q; p--, q++) {} console.log(p, q);   // expect: 5 5
