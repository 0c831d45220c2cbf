// Exceptions through compiled functions, and where they were thrown.
// stress-every: 31
var log = [];
function note() { log.push(Array.prototype.map.call(arguments, String).join(' ')); }
function thrower(n) { if (n % 3 === 0) throw new Error('thrown ' + n); return n; }
function through(n) { return thrower(n) + 1; }
function catcher(n) { try { return through(n); } catch (e) { return e.message; } finally { count++; } }
var count = 0, texts = [];
for (var i = 0; i < 600; i++) texts.push(catcher(i));
note(texts.slice(595), count);
function loop() {
  var caught = 0, sum = 0;
  for (var i = 0; i < 900; i++) {
    try {
      sum += through(i);
      if (i === 800) null.x;
    } catch (e) {
      caught++;
      if (e instanceof TypeError) note(e.message);
      continue;
    }
  }
  return caught + ' ' + sum;
}
note(loop(), loop());
function finallyReturn(n) { try { if (n > 1) throw n; return 'try'; } finally { if (n === 3) return 'finally'; } }
function outer(n) { try { return finallyReturn(n); } catch (e) { return 'caught ' + e; } }
for (i = 0; i < 300; i++) outer(i % 4);
note(outer(0), outer(2), outer(3));
function rethrow(n) { try { thrower(n); } catch (e) { e.message += '!'; throw e; } }
function nested(n) { try { rethrow(n); return 'fine'; } catch (e) { return e.message; } }
for (i = 0; i < 300; i++) nested(i);
note(nested(1), nested(3));
function labels(n) {
  var s = '';
  a: for (var i = 0; i < 5; i++) {
    for (var j = 0; j < 5; j++) {
      try {
        if (j === n) continue a;
        if (i === n) break a;
        s += i * j;
      } finally { s += '.'; }
    }
  }
  return s;
}
for (i = 0; i < 100; i++) labels(i % 6);
note(labels(2), labels(4));
function closing(n) {
  var closed = 0, iterable = {};
  iterable[Symbol.iterator] = function () {
    var i = 0;
    return {next: function () { return {value: i++, done: i > 4}; }, return: function () { closed++; return {}; }};
  };
  try { for (var v of iterable) { if (v === n) break; if (v === n + 10) return closed; if (n === 9 && v === 1) throw 'out'; } }
  catch (e) { return e + closed; }
  return closed;
}
for (i = 0; i < 100; i++) closing(i % 3);
note(closing(2), closing(8), closing(9));
// Places: line and column of every frame.
function places(e) { return e.stack.split('\n').slice(1, 4).map(function (s) { return s.replace(/\(?[^ (]*[\\/]/, '('); }).join(' '); }
function inner(n) {
  if (n > 500) {
    undefinedFunction(n);
  }
  return n;
}
function middle(n) { return 1 +
    inner(n); }
function top(n) { return middle(n) + middle(n + 1); }
for (i = 0; i < 400; i++) top(i);
try { top(500); } catch (e) { note(e.message, places(e)); }
try { top(501); } catch (e) { note(e.message, places(e)); }
function Constructor(n) { this.n = n; if (n > 300) this.n.x.y = 1; }
function build(n) { return new Constructor(n); }
for (i = 0; i < 300; i++) build(i);
try { build(301); } catch (e) { note(e.message, places(e)); }
function byCallback(n) { return [n].map(function each(v) { return v.a.b; }); }
for (i = 0; i < 300; i++) byCallback({a: {}});
try { byCallback({}); } catch (e) { note(e.message, e.stack.split('\n').length > 3); }
// The temporal dead zone and constants.
function early(n) { if (n > 299) { return later; } let later = n; return later; }
function constant(n) { const c = n; if (n > 299) c = 1; return c; }
function context(n) { if (n > 299) return captured; let captured = n; return (function () { return captured; })(); }
for (i = 0; i < 300; i++) { early(i); constant(i); context(i); }
[early, constant, context].forEach(function (f) { try { note(f(300)); } catch (e) { note(e.name, e.message); } });
// A closed loop variable, contexts at three depths.
function depths(n) {
  var zero = n;
  return function () { var one = zero + 1; return function () { var two = one + zero; return function () { zero++; one += 2; return [zero, one, two].join(); }; }; };
}
for (i = 0; i < 300; i++) var last = depths(i)()();
note(last(), last(), depths(5)()()());
var closures = [];
for (let k = 0; k < 300; k++) closures.push(function () { return k++; });
note(closures[7](), closures[7](), closures[299]());
with ({shadow: 'in with', n: 0}) { for (; n < 300; n++) shadow += ''; note(shadow, n); }
function evals(n) { var local = n; return eval('local + 1'); }
for (i = 0; i < 50; i++) evals(i);
note(evals(1));
var made = 0;
for (i = 0; i < 600; i++) made += new Function('a', 'for (var i = 0; i < 3; i++) a += ' + i + '; return a')(1);
note(made);
console.log(log.join('\n'));
