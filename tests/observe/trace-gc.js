// The trace stands between the lines of the program, in order.
// flags: --trace_gc
// skip-stress
console.log('before');
for (var i = 0, a; i < 150; i++) a = new Array(1000);   // 8 kB each: new space is full once
console.log('after');
