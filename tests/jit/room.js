// More machine code than there is room for: what finds none is interpreted, and room is found again when functions are gone.
// skip-stress
// flags: --expose-gc --always-sparkplug
var body = 'var r = n; for (var i = 0; i < 3; i++) {';
for (var i = 0; i < 900; i++) body += 'r = (r + ' + i + ' ^ i) & 65535; if (r === n) r = o.p; ';
body += '} return r + ';
function make(n) { return new Function('n', 'o', body + n + ';'); }
function fill(count) {
  var list = [], sum = 0, o = {p: 5};
  for (var i = 0; i < count; i++) list.push(make(i));
  for (var turn = 0; turn < 2; turn++) for (i = 0; i < count; i++) sum += list[i](turn, o);
  return sum;
}
console.log(fill(30)); gc();
console.log(fill(140)); gc();
function small(n) { var s = 0; for (var i = 0; i < n; i++) s += i % 3; return s; }
for (i = 0; i < 300; i++) small(i);
console.log(small(1000), make(1)(2, {p: 3}));
// One function that is too large by itself.
var lines = '';
for (i = 0; i < 30000; i++) lines += 'r = r + n | 0; if (r === -1) r++;\n';
var huge = new Function('n', 'var r = 1; for (var i = 0; i < 3; i++) {' + lines + '} return r;');
console.log(huge(1), huge(2), huge(0.5), huge('x'));
