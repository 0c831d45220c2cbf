// Map: the order of insertion, through deletions, changes and growth.
// stress-every: 200
var m = new Map(); for (var i = 0; i < 10; i++) m.set('k' + i, i);
m.set('k3', 'changed'); m.delete('k5'); m.set('k5', 'again'); m.delete('k0');
console.log(Array.from(m.keys()).join(), Array.from(m.values()).join());   // expect: k1,k2,k3,k4,k6,k7,k8,k9,k5 1,2,changed,4,6,7,8,9,again
console.log(JSON.stringify(Array.from(m)), JSON.stringify([...new Map([[2, 'b'], [1, 'a'], [2, 'c']])]));   // expect: [["k1",1],["k2",2],["k3","changed"],["k4",4],["k6",6],["k7",7],["k8",8],["k9",9],["k5","again"]] [[2,"c"],[1,"a"]]
var big = new Map(); for (i = 0; i < 20000; i++) big.set(i % 2 ? i : 't' + i, i); for (i = 0; i < 20000; i += 3) big.delete(i % 2 ? i : 't' + i);
var sum = 0, last = -1, ordered = true; big.forEach(function (v) { sum += v; if (v < last) ordered = false; last = v; }); console.log(big.size, sum, ordered);   // expect: 13333 133326667 true
for (i = 0; i < 20000; i++) big.delete(i % 2 ? i : 't' + i); console.log(big.size, Array.from(big).length, big.set('x', 1).size);   // expect: 0 0 1
var cache = new Map(); for (i = 0; i < 5000; i++) { cache.set(i, i); if (cache.size > 50) cache.delete(cache.keys().next().value); } console.log(cache.size, cache.keys().next().value);   // expect: 50 4950
var objects = [], byObject = new Map(); for (i = 0; i < 3000; i++) { objects.push(i % 3 === 0 ? {i: i} : i % 3 === 1 ? [i] : function () {}); byObject.set(objects[i], i); }
var wrong = 0; for (i = 0; i < 3000; i++) if (byObject.get(objects[i]) !== i) wrong++; console.log(wrong, byObject.size, byObject.get({i: 0}));   // expect: 0 3000 undefined
