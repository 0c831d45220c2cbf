// Names that are no canonical numbers are ordinary properties.
var a = new Uint8Array(2);
a['1.50'] = 1;
a['01'] = 2;
a['+1'] = 3;
a['1e21'] = 4;
a.foo = 5;
a[' 1'] = 6;
console.log(Object.keys(a).join('|'));   // expect: 0|1|1.50|01|+1|1e21|foo| 1
console.log(a['1.50'], a['01'], a['+1'], a['1e21'], a.foo, a[' 1'], a.length);   // expect: 1 2 3 4 5 6 2
for (var key in a) console.log(key, a[key]);
// expect: 0 0
// expect: 1 0
// expect: 1.50 1
// expect: 01 2
// expect: +1 3
// expect: 1e21 4
// expect: foo 5
// expect:  1 6
