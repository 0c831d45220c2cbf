// console.time prints milliseconds with three decimals at most.
var write = process.stdout.write, seen = [];
process.stdout.write = function (text) { seen.push(text); return true; };
process.stdout.write = write;
console.time('t');
console.timeEnd('missing');
console.log(typeof console.timeLog, typeof console.timeEnd);   // expect: function function
