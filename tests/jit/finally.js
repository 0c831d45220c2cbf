// try, catch and finally in hot functions; exceptions through several of them, and loops that go on afterwards.
// stress-every: 31
var log = [];
function note() { log.push(Array.prototype.map.call(arguments, String).join(' ')); }
function show(f, a, b, c) {
  try { return f(a, b, c); } catch (e) { return e instanceof Error ? e.name + ': ' + e.message : 'thrown ' + e; }
}
function times(n, f) { for (var i = 0; i < n; i++) f(i); }
// All ways out of try, catch and finally.
function ways(body, end, last) {
  var s = '';
  outer: for (var i = 0; i < 3; i++) {
    s += i;
    for (var j = 0; j < 2; j++) {
      try {
        s += 't';
        if (body === 1) return s + 'r';
        if (body === 2) break;
        if (body === 3) continue;
        if (body === 4) throw 'x';
        if (body === 5) break outer;
        if (body === 6) continue outer;
        if (body === 7) null.x;
        s += '.';
      } catch (e) {
        s += 'c' + (typeof e)[0];
        if (end === 1) return s + 'R';
        if (end === 2) break;
        if (end === 3) continue outer;
        if (end === 4) throw e;
        s += ',';
      } finally {
        s += 'f';
        if (last === 1) return s + 'F';
        if (last === 2) break;
        if (last === 3) continue;
        if (last === 4) throw 'of finally';
        if (last === 5) break outer;
        if (last === 6) continue outer;
      }
      s += 'n';
    }
  }
  return s + 'e';
}
times(300, function () { ways(0, 0, 0); });
for (var b = 0; b < 8; b++) {
  var line = [];
  for (var e = 0; e < 5; e++) for (var l = 0; l < 7; l++) line.push(show(ways, b, e, l));
  note(b, line.join(' '));
}
times(100, function (i) { show(ways, i % 8, i % 5, i % 7); });
note('again', show(ways, 0, 0, 0), show(ways, 7, 4, 0), show(ways, 4, 2, 6));
// Values that a return has ready while finally changes their variables.
function ready(n) { var v = n; try { return v; } finally { v = 'changed'; } }
function nestedFinally(n) { var s = ''; try { try { try { if (n > 250) throw n; s += 'a'; } finally { s += 'b'; } } finally { s += 'c'; } } catch (e) { s += e; } finally { s += 'd'; } return s; }
function throwInCatch(n) { try { try { throw n; } catch (e) { throw e + 1; } finally { n = 'f'; } } catch (e) { return e + '/' + n; } }
function catchScope(e) { try { throw 'inner'; } catch (e) { e += '!'; var inside = e; } return e + inside; }
function catchClosure(n) { var fs = []; for (var i = 0; i < 3; i++) { try { throw i * n; } catch (e) { fs.push(function () { return e++; }); } } return fs.map(function (f) { f(); return f(); }).join(); }
times(250, function (i) { ready(i); nestedFinally(i); throwInCatch(i); catchScope(i); catchClosure(i); });
note(ready('kept'), nestedFinally(1), nestedFinally(300), throwInCatch(5), catchScope('outer'), catchClosure(2));
// Thrown far below, through frames of compiled functions, natives, getters, conversions, constructors.
var count = 0;
function bottom(n) { if (n % 7 === 0) throw n; return 1; }
function plain(n) { return bottom(n) + 0.5; }
function viaMethod(n) { return {m: function (v) { return plain(v); }}.m(n); }
function viaNative(n) { return [n].map(viaMethod)[0]; }
function viaGetter(n) { return {get g() { return viaNative(n); }}.g; }
function viaValue(n) { return +{valueOf: function () { return viaGetter(n); }}; }
function ViaNew(n) { this.v = viaValue(n); this.w = 1; }
function viaFinally(n) { try { return new ViaNew(n).v; } finally { count++; } }
function viaLoop(n) { var r = 0; for (var v of [n]) { for (var k in {a: 1}) r += viaFinally(v); } return r; }
function viaApply(n) { return viaLoop.apply(this, arguments); }
function viaSpread(n) { return viaApply(...[n]); }
function catches(n) {
  var sum = 0, caught = '', local = n, object = {n: 0};
  for (var i = 0; i < n; i++) {
    try { sum += viaSpread(i); object.n++; } catch (e) { caught += (e === i ? '' : '!') + (e % 10); object.n += 100; }
    local += plain(1);
  }
  return [sum, caught, local, object.n, count].join(' ');
}
note(catches(50)); note(catches(50)); times(10, function () { catches(10); }); note(catches(20));
// A hot loop that throws at each turn, with operands on the way of an expression.
function operands(n) { var s = 1; for (var i = 0; i < n; i++) { try { s = s + (i % 2 ? bottom(7) : bottom(1)) * 2; } catch (e) { s += 0.25; } } return s; }
note(operands(1000));
// A result of a call is not stored if it throws.
function notStored(n) { var r = 'before', o = {p: 'before'}, a = ['before']; try { r = bottom(n); } catch (e) {} try { o.p = bottom(n); } catch (e) {} try { a[0] = bottom(n); } catch (e) {} try { r += bottom(n); } catch (e) {} return r + o.p + a; }
times(250, function (i) { notStored(i); });
note(notStored(1), notStored(7));
// Errors of natives, rethrown, wrapped, and not errors at all.
function wraps(n) { try { JSON.parse(n); } catch (e) { if (e instanceof SyntaxError) { var w = new Error('wrapped'); w.cause = e; throw w; } throw e; } return 'parsed'; }
function unwraps(n) { try { return wraps(n); } catch (e) { return e.message + '/' + (e.cause && e.cause.name); } }
times(250, function (i) { unwraps(i % 3 ? '1' : '{'); });
note(unwraps('[]'), unwraps('}'), show(wraps, Symbol('s')));
note([undefined, null, 0, -0, NaN, '', 'text', false, {}, [1], catches].map(function (v) { try { (function (t) { times(5, function () { if (v !== 1) throw t; }); })(v); } catch (e) { return Object.is(e, v); } }).join());
// An exception in a finally, in an iterator's return, in a condition, in a switch.
function closing(mode) {
  var closed = '', it = {};
  it[Symbol.iterator] = function () { var i = 0; return {next: function () { if (mode === 'next' && i === 2) throw 'next'; return {value: i++, done: i > 4}; },
    return: function () { closed += 'r'; if (mode === 'return' || mode === 'both') throw 'return'; if (mode === 'number') return 5; return {}; }}; };
  try { for (var v of it) { if (v === 2) { if (mode === 'body' || mode === 'both') throw 'body'; if (mode !== 'none' && mode !== 'next') break; } } return closed + v; }
  catch (e) { return closed + (e instanceof Error ? e.message : e); }
}
times(250, function () { closing('none'); });
note(['none', 'next', 'body', 'return', 'both', 'number', 'break'].map(closing).join(' '));
function conditions(n) { var s = ''; try { if (bottom(n) && bottom(n + 1)) s += 'both'; } catch (e) { s += e; } try { while (bottom(n)) { n++; s += '+'; } } catch (e) { s += e; } try { switch (bottom(n - 1)) { case bottom(n): s += 'same'; } } catch (e) { s += 'S'; } return s; }
times(250, function (i) { conditions(i); });
note(conditions(8), conditions(13), conditions(14));
console.log(log.join('\n'));
