// Functions made of texts and dropped are collected, with what they take outside the heap.
// skip-stress
// flags: --max-old-space-size=50
var wide = eval;
for (var i = 0; i < 60000; i++) wide('(function () { return ' + i + '; })')();
console.log(process.memoryUsage().rss < 600e6);   // expect: true
