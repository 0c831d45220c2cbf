// Functions made by the thousand: machine code goes away with them, what is alive stays right, and texts stay as they were.
// stress-every: 211
// flags: --expose-gc
var sum = 0, kept = [];
for (var i = 0; i < 3000; i++) {
  var f = new Function('a', 'var s = ' + i + '; for (var j = 0; j < 3; j++) s += a; return s;');
  for (var j = 0; j < (i % 10 ? 2 : 250); j++) sum += f(j);
  if (i % 100 === 0) kept.push(f);
  if (i % 1000 === 999) gc();
}
console.log(sum);
console.log(kept.map(function (f) { return f(1); }).join());
// Evals likewise, with closures that outlive them.
var adders = []; sum = 0;
for (i = 0; i < 1500; i++) { var local = i; var adder = eval('(function (n) { local += n; return local + ' + i + '; })'); if (i % 300 === 0) adders.push(adder); for (j = 0; j < 2; j++) sum += adder(1); }
for (i = 0; i < 300; i++) adders.forEach(function (f) { sum += f(0.5); });
console.log(sum, adders.map(function (f) { return f(0); }).join());
// A function that is running when nothing else refers to it any more.
var running = new Function('gc', 'again', 'var s = 0; for (var i = 0; i < 600; i++) { s += i; if (i % 200 === 199) { gc(); s += again(i); } } return s;');
function again(n) { running = null; gc({type: 'minor'}); return n; }
console.log(running(gc, again), running);
// One that is compiled in another's place: small ones die, larger ones come.
for (var round = 0, texts = []; round < 6; round++) {
  var list = [];
  for (i = 0; i < 60; i++) { var body = ''; for (j = 0; j < i * (round + 1) % 37; j++) body += 'x += ' + j + '; '; list.push(new Function('x', body + 'return x;')); }
  var results = 0; for (j = 0; j < 220; j++) for (i = 0; i < 60; i++) results += list[i](j);
  texts.push(results); list = null; gc();
}
console.log(texts.join());
// Functions of one text share code: each has its own variables, name and properties.
function maker(n) { return function shared(a) { shared.calls = (shared.calls || 0) + 1; return a + n; }; }
var first = maker(1), others = []; for (i = 0; i < 400; i++) { first(i); others.push(maker(i)); }
console.log(others[7](1), others[399](1), first.calls, others[7].calls, others[8].calls, others[7] === others[8], others[7].prototype === others[8].prototype);
// The text of a function is the same after it was compiled.
function spaced ( a,b ) /* c */ { // d
  return a+b ; }
var before = String(spaced); for (i = 0; i < 500; i++) spaced(i, i);
console.log(String(spaced) === before, before.length, String((a,  b)=>a), String(Math.max), String(kept[1]).replace(/\n/g, '|'), String({ get  x() { return 1 } }.x), spaced.name + spaced.length, String(maker(1)).slice(0, 18));
// Very long functions.
var code = 'var r = n;'; for (i = 0; i < 4000; i++) code += 'r = (r * 3 + ' + i + ') % 1000003; o.p' + i % 50 + ' = r; if (a[' + i % 7 + '] === r) r++;';
var huge = new Function('n', 'o', 'a', code + 'return r;'), o = {}; for (i = 0; i < 20; i++) huge(i, o, [1, 2]);
console.log(huge(1, o, [1, 2]), huge(2, {}, []), o.p49);
var branches = 'switch (n) {'; for (i = 0; i < 2000; i++) branches += 'case ' + i * 3 + ': r = ' + i + '; ' + (i % 3 ? 'break;' : ''); var chooses = new Function('n', 'var r = -1; ' + branches + '} return r;');
for (i = 0, sum = 0; i < 1000; i++) sum += chooses(i * 7); console.log(sum, chooses(5997), chooses(5998), chooses(0), chooses('3'), chooses(3.0));
