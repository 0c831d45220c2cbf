// Scavenges pass over the persistent cells of old timers: many cost no more each than few, and what they hold moves.
// skip-stress
var sum = 0, timers = [];
for (var i = 0; i < 300000; i++) timers.push(setTimeout(function (o) { sum += o.n; }, i % 3 === 0 ? 1 : 1e6, {n: i}));
for (i = 0; i < timers.length; i++) if (i % 3 !== 0) clearTimeout(timers[i]);
timers = null;
process.on('exit', function () { console.log(sum === 14999850000); });   // expect: true
