// Machine code takes over in the middle of loops of all forms, once for each place, with all that is then alive.
// stress-every: 31
function text(v) { return Object.is(v, -0) ? '-0' : String(v); }
// The script itself: each of these loops is met once.
var a = 1, b = 2.5, c = 'c', d = {n: 1}, e = [1, 2, 3], f = function (x) { return x + 1; }, g, h = null, k = true;
for (var i = 0; i < 3000; i++) {
  a = a * 3 | 0; b += 0.5; if (i % 500 === 0) c += i; d.n = f(d.n); e[i % 3] += i; g = g === undefined ? i : undefined; h = h ? null : d; k = !k;
}
console.log(a, b, c, d.n, e.join(), g, h, k);
for (var i1 = 0, s1 = 0; i1 < 40; i1++) for (var i2 = 0; i2 < 40; i2++) for (var i3 = 0; i3 < 3; i3++) s1 += i1 * i2 - i3;
console.log(s1);
var w = 0; while (w < 1500) w += w % 3 ? 1 : 2;
do w -= 1.5; while (w > 0);
console.log(w);
for (;;) { if (++w > 999) break; }
console.log(w);
for (let x = 0, y = 10; x < 1000; x++, y -= 2) { let z = x + y; if (z % 100 === 3 && x > 900) console.log(x, y, z); }
outer: for (var o1 = 0; o1 < 500; o1++) { for (var o2 = 0; ; o2++) { if (o2 === 3) continue outer; if (o1 === 450) break outer; } }
console.log(o1, o2);
var numbers = []; for (var n = 0; n < 600; n++) numbers.push(n);
var total = 0; for (var v of numbers) total += v; for (var key in numbers) total += key.length; for (let t of 'text'.repeat(100)) total += t.length;
console.log(total);
var big = {}; for (n = 0; n < 300; n++) big['k' + n] = n; total = ''; for (var p in big) { if (big[p] % 100 === 99) total += p; delete big['k' + (big[p] + 1)]; }
console.log(total, Object.keys(big).length);
try { for (n = 0; n < 2000; n++) if (n === 1999) null.x; } catch (error) { console.log(n, error.message); }
for (n = 0; n < 900; n++) { try { if (n % 3 === 0) throw n; if (n % 3 === 1) continue; total = n; } catch (error) { total = error + 0.5; } finally { c = total; } }
console.log(n, total, c);
with ({n: 0, inside: 'w'}) { for (; n < 800; n++) inside += n % 400 ? '' : n; console.log(n, inside); }
for (n = 0; n < 500; n++) eval('total = n * 2'); console.log(total);
for (n = 0; n < 400; n++) switch (n % 4) { case 0: total += 'a'; case 1: if (n < 390) continue; total += 'b'; break; default: total = ''; } console.log(total);
// A function called once, with a loop whose variables are captured, and nested functions that are called in it.
function once(limit, ...rest) {
  var sum = 0, fs = [], self = this, args = arguments;
  let kept = 'kept';
  const own = {v: 0};
  for (let i = 0; i < limit; i++) {
    let mine = i * 2;
    if (i % 250 === 0) fs.push(function () { return mine + i + kept + own.v + self.s + args.length + rest.length + limit; });
    sum += mine; own.v++; kept = kept === 'kept' ? 'x' : 'kept';
    if (i === limit - 1) limit = 'end';
  }
  return sum + ' ' + fs.map(function (f) { return f(); }).join(' ') + arguments[0];
}
console.log(once.call({s: 'S'}, 1000, 1, 2));
(function () { 'use strict'; var r = []; for (var i = 0; i < 1000; i++) { if (i % 333 === 0) r.push(arguments[i % 2] + this.t); arguments[0] = i; } console.log(r.join()); }).call({t: 't'}, 'p', 'q');
function Maker(n) { this.list = []; for (var i = 0; i < n; i++) { this.list.push(i); this['p' + i % 4] = i; if (new.target !== Maker) return null; } }
console.log(new Maker(700).list.length, Object.keys(new Maker(9)).join(), JSON.stringify(new Maker(600)).length);
// Kinds of values change while the loop runs.
function changing(n) {
  var v = 0, r = '';
  for (var i = 0; i < n; i++) {
    if (i % 250 === 249) r += typeof v + text(v).slice(0, 8) + ';';
    if (i < 300) v = v + 1; else if (i < 500) v = v * 1.5; else if (i < 502) v = v + 's'; else if (i < 800) v = i; else if (i === 800) v = -0; else if (i < 900) v = -v; else if (i === 900) v = {valueOf: function () { return 7; }}; else v = v - 1;
  }
  return r + v;
}
console.log(changing(1000)); console.log(changing(1000));
// Recursion out of a loop: the inner activation is compiled while the outer still runs as it began.
function nest(n) { var s = 0; for (var i = 0; i < 150; i++) { s += i; if (i === 100 && n > 0) s += nest(n - 1); } return s; }
console.log(nest(6), nest(0));
var handed; function hands(n) { var local = n; for (var i = 0; i < 300; i++) { if (i === 299) handed = function () { return local++ + i; }; local += i & 1; } return handed(); }
console.log(hands(1), handed(), hands(2), handed());
// A very large script is taken over at each of its loops.
var lines = 'var r = 0;'; for (n = 0; n < 300; n++) lines += 'for (var i' + n + ' = 0; i' + n + ' < 210; i' + n + '++) { r += i' + n + ' % ' + (n + 2) + '; if (r > 1e6) r -= 1e6; }\n';
console.log(new Function(lines + 'return r;')(), (0, eval)(lines + 'r'));
