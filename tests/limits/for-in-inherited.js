// for-in over many keys when a prototype has an enumerable one: looking for a key among the earlier ones is fast.
// stress-every: 5000
Object.prototype.inherited = 1;
var object = {}, list = [], last, count = 0, i, k;
for (i = 0; i < 20000; i++) object['k' + i] = list[i] = i;
for (k in object) count++, last = k;
console.log(count, last);                                   // expect: 20001 inherited
for (k in list) count++, last = k;
console.log(count, last);                                   // expect: 40002 inherited
var upper = {a: 1, b: 2, 5: 1}, lower = Object.create(upper, {b: {value: 1, enumerable: false}}), seen = [];
lower[5] = 2;
lower.z = 1;
for (k in lower) seen.push(k);
console.log(seen.join());                                   // expect: 5,z,a,inherited
