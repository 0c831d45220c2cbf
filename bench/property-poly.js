// bench/property-poly.js - property get and set, four shapes, then many
function run() {
  var objects = [{a: 1, v: 1}, {b: 1, v: 2}, {c: 1, d: 2, v: 3}, {v: 4}], sum = 0, i;
  for (i = 0; i < 2000000; i++) { var o = objects[i & 3]; o.v = (o.v + i) & 255; sum = (sum + o.v) | 0; }
  var many = [];
  for (i = 0; i < 16; i++) { var m = {}; m['k' + i] = i; m.v = i; many.push(m); }
  for (i = 0; i < 2000000; i++) { var q = many[i & 15]; q.v = (q.v + i) & 255; sum = (sum + q.v) | 0; }
  return sum;
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('property-poly ' + (Date.now() - begin) + ' ' + result);
