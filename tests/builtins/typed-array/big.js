// A large array costs no memory of the machine before it is written.
var before = process.memoryUsage().rss;
var a = new Uint8Array(4294967296);
a[4294967295] = 7;
a[2147483648] = 8;
console.log(a.length, a[4294967295], a[2147483648], a[4294967296], a.at(-1), process.memoryUsage().rss - before < 5e7);
// expect: 4294967296 7 8 undefined 7 true
