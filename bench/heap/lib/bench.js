// bench/heap/lib/bench.js - what the workloads of bench/heap share: sizes, numbers at random, and the gaps that a
// user notices.
//
//   count(n)     n times the scale on the command line (node splay.js 0.1), at least 1
//   random(n)    an integer of 0 .. n - 1, the same sequence in every engine
//   tick()       ends one unit of work: call it after each; a unit is small (about 50 kB allocated) and always alike
//   pause()      the time from here to the next tick() is no gap (between two phases)
//   phase(name)  a phase of the program begins here; the runner reports its collections alone
//   done(text)   prints the checksum, and on standard error a line of JSON: when it was, the gaps, the phases,
//                all in milliseconds
//
// A gap is the time from one tick to the next: the unit itself and every collection or step of one that fell into it.
// Gaps go to a histogram of fixed size, so that recording makes no garbage that grows.
const FINE = 5000;      // of 0.01 ms each, to 50 ms; longer ones are kept one by one
const fine = new Array(FINE);
const longGaps = [];
const phases = [];
let last = -1, units = 0, longest = 0, seed = 2463534242;
const scale = Number(process.argv[2]) || 1;

for (let i = 0; i < FINE; i++) fine[i] = 0;

function now() {
  const t = process.hrtime();
  return t[0] * 1e3 + t[1] / 1e6;
}

function tick() {
  const t = now();
  if (last >= 0) {
    const gap = t - last, slot = Math.floor(gap * 100);
    units++;
    if (gap > longest) longest = gap;
    if (slot < FINE) fine[slot]++;
    else longGaps.push(gap);
  }
  last = t;
}

function pause() { last = -1; }

// The gap that a share of all gaps does not exceed.
function quantile(share) {
  let rest = Math.ceil(units * share);
  for (let i = 0; i < FINE; i++) {
    rest -= fine[i];
    if (rest <= 0) return Math.min((i + 1) / 100, longest);
  }
  longGaps.sort((a, b) => a - b);
  return longGaps[rest - 1];
}

function round(x) { return Math.round(x * 100) / 100; }

function phase(name) {
  const t = round(process.uptime() * 1000);
  if (phases.length > 0) phases[phases.length - 1].to_ms = t;
  phases.push({name: name, from_ms: t, to_ms: 0});
  pause();
}

function done(text) {
  if (phases.length > 0) phases[phases.length - 1].to_ms = round(process.uptime() * 1000);
  const report = {end_ms: round(process.uptime() * 1000)};
  if (units > 0) {
    report.longest_gap_ms = round(longest);
    report.p99_gap_ms = round(quantile(0.99));
    report.p999_gap_ms = round(quantile(0.999));
    report.median_gap_ms = round(quantile(0.5));
    report.units = units;
  }
  if (phases.length > 0) report.phases = phases;
  console.log(text);
  console.error(JSON.stringify(report));
}

// Marsaglia's xorshift of 32 bits.
function random(n) {
  seed ^= seed << 13;
  seed ^= seed >>> 17;
  seed ^= seed << 5;
  return (seed >>> 0) % n;
}

exports.count = n => Math.max(1, Math.round(n * scale));
exports.random = random;
exports.tick = tick;
exports.pause = pause;
exports.phase = phase;
exports.done = done;
