// An object with a million properties is as good as any.
// stress-every: 20000
var o = {}, i, sum = 0;
for (i = 0; i < 1000000; i++) o['key' + i] = i;
console.log(Object.keys(o).length, o.key999999, 'key1000000' in o);   // expect: 1000000 999999 false
for (i = 0; i < 1000000; i += 2) delete o['key' + i];
for (var key in o) sum += o[key];
console.log(Object.keys(o).length, sum);                              // expect: 500000 250000000000
