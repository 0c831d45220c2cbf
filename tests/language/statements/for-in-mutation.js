// for-in while the object changes: deleted keys are not visited, later changes of values are seen.
var o = {a: 1, b: 2, c: 3, d: 4}, seen = [];
for (var k in o) { seen.push(k); delete o.c; o.d = 'changed'; } console.log(seen.join(), o.d);   // expect: a,b,d changed
seen = []; var a = [1, 2, 3, 4]; for (var i in a) { seen.push(i); a.length = 2; } console.log(seen.join());   // expect: 0,1
seen = []; o = {x: 1, y: 2}; for (k in o) { seen.push(k); delete o.x; delete o.y; } console.log(seen.join());   // expect: x
seen = []; o = {x: 1, y: 2}; for (k in o) { seen.push(k + o[k]); o.y = 'new'; } console.log(seen.join());   // expect: x1,ynew
var p = {inherited: 1}; o = Object.create(p); o.own = 1; seen = []; for (k in o) { seen.push(k); delete p.inherited; } console.log(seen.join());   // expect: own
o = {a: 1, b: 2}; seen = []; for (k in o) { seen.push(k); delete o.b; o.b = 3; } console.log(seen.join());   // expect: a,b
o = {}; for (i = 0; i < 50; i++) o['k' + i] = i; seen = 0; for (k in o) { seen++; delete o[k]; } console.log(seen, Object.keys(o).length);   // expect: 50 0
