// A label is found as fast among many as alone.
// stress-every: 500
for (let i = 0; i < 20000; i++) console.time('label ' + i);
console.count('a');         // expect: a: 1
console.count('b');         // expect: b: 1
console.count('a');         // expect: a: 2
console.countReset('a');
console.count('a');         // expect: a: 1
console.countReset('a');
console.countReset('b');
console.count('b');         // expect: b: 1
