// A Map has at most 2 ** 24 entries.
// skip-stress
// flags: --max-old-space-size=1400
var map = new Map();
try { for (var i = 0;; i++) map.set(i, i); } catch (e) { console.log(map.size, e.name + ': ' + e.message); }   // expect: 16777216 RangeError: Map maximum size exceeded
map.set(5, 6);
map.delete(7);
map.set('another', 1);
console.log(map.size, map.get(5), map.get('another'));   // expect: 16777216 6 1
