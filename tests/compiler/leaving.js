// Ways out of try, finally, for-of, switch and labels.
var log = console.log;
function f1() { try { return 'try'; } finally { log('fin'); } }
function f2() { try { throw 1; } catch (e) { return 'c' + e; } finally { log('fin2'); } }
function f3() { for (var i = 0; i < 5; i++) { try { if (i == 1) continue; if (i == 3) break; log('i', i); } finally { log('f', i); } } return i; }
function f4() { try { return 1; } finally { return 2; } }
function f5() { a: try { return 1; } finally { break a; } return 3; }
function f6() { var x = 1; try { return x; } finally { x = 2; } }
function f7() { try { try { throw 1; } finally { log('inner'); } } catch (e) { return 'outer' + e; } }
function f8() { try { try { return 'a'; } finally { throw 'b'; } } catch (e) { return e; } }
function f9() { outer: for (var i = 0; i < 3; i++) { for (var j = 0; j < 3; j++) { try { if (j == 1) continue outer; if (i == 2) break outer; } finally { log(i, j); } } } return [i, j]; }
function f10() { for (;;) { try { try { return 1; } finally { log('x'); } } finally { log('y'); break; } } return 'z'; }
function f11() { try { } finally { log('e'); } try { throw 5; } catch { log('nc'); } return 'd'; }
log(f1(), f2(), f3(), f4(), f5(), f6(), f7(), f8(), f9(), f10(), f11());
function it(n, name) { var i = 0; return { [Symbol.iterator]() { return this; }, next() { return i < n ? {value: i++, done: false} : {value: undefined, done: true}; }, return(v) { log('closed ' + name); return {}; } }; }
function g1() { for (var x of it(3, 'a')) { if (x == 1) return x; } } log(g1());
function g2() { for (var x of it(3, 'b')) { if (x == 1) break; } return x; } log(g2());
function g3() { for (var x of it(3, 'c')) { if (x == 1) continue; log(x); } return x; } log(g3());
function g4() { try { for (var x of it(3, 'd')) throw 'e' + x; } catch (e) { return e; } } log(g4());
function g5() { outer: for (var y of it(2, 'o')) for (var x of it(3, 'i')) { if (x == 1) continue outer; } return [x, y]; } log(g5());
function g6() { outer: for (var y of it(2, 'o')) for (var x of it(3, 'i')) { if (x == 1) break outer; } return [x, y]; } log(g6());
function g7() { for (var y of it(2, 'o')) { try { for (var x of it(3, 'i')) return 'r'; } finally { log('ff'); } } } log(g7());
function bad(n) { return { [Symbol.iterator]() { return this; }, next() { return {value: 1, done: false}; }, return() { log('bad close'); throw 'from return'; } }; }
function g8() { try { for (var x of bad()) break; } catch (e) { return e; } } log(g8());
function g9() { try { for (var x of bad()) throw 'body'; } catch (e) { return e; } } log(g9());
function g10() { try { for (var x of bad()) { try { return 1; } catch (e) { log('must not'); } } } catch (e) { return 'out ' + e; } } log(g10());
function g11() { for (var x of it(2, 'k')) { try { throw 1; } catch (e) { log('caught', e); } } return x; } log(g11());
function g12() { try { for (null.x of it(1, 'm')); } catch (e) { return e.name; } } log(g12());
function g13() { var o = {}; for (o.p of [1, 2]); var a = []; for (a[a.length] of 'xyz'); for (o['q'] in {k: 1}); return [o, a]; } log(g13());
function g14() { var r = []; for (var k in {a: 1, b: 2, c: 3}) { if (k == 'b') continue; r.push(k); } for (k in null); for (k in undefined); for (k in 'ab') r.push(k); return r + k; } log(g14());
var sw = function (x) { var r = ''; switch (x) { case 1: r += 1; case 2: r += 2; break; default: r += 'd'; case 3: r += 3; break; case 'a': return 's'; case null: r += 'n'; } return r; };
log([1, 2, 3, 4, 'a', null, undefined, '1'].map(sw));
log((function (x) { switch (x) { } switch (x) { default: } l: switch (x) { case 1: for (;;) break l; } return 'sw'; })(1));
log((function (x) { var n = 0; do { if (++n == 3) continue; if (n > 5) break; } while (n < 10); while (n-- > 2) if (n == 3) break; return n; })());
log((function () { a: { b: { break a; } log('no'); } l1: l2: for (var i = 0; i < 3; i++) { for (;;) continue l1; } return i; })());
log((function () { for (var i = 0, s = ''; ; ) { if (i++ > 3) break; s += i; } return s; })());
log((function () { var i = 3, s = ''; while (i) s += i--; for (; i < 3;) i++; for (; ; i++) if (i > 5) return s + i; })());
log((function (x) { if (x > 1 && x < 5 || x == 9) return 'in'; else if (x === 0) return 'zero'; else if (!x) return 'f'; return 'out'; }).call ? [3, 9, 0, NaN, 7].map(function (x) { if (x > 1 && x < 5 || x == 9) return 'in'; else if (x === 0) return 'zero'; else if (!x) return 'f'; return 'out'; }) : 0);
log([NaN, 1, 2, '2', null].map(x => [x < 2, !(x < 2), x >= 2, x < 2 ? 1 : 0, !(x >= 2) ? 1 : 0, 2 > x ? 1 : 0, x <= 1 ? 1 : 0].join('')));
function nest() { try { try { throw 1; } catch (e) { try { throw 2; } catch (e) { log(e); } log(e); throw 3; } finally { log('nf'); } } catch (e) { log(e); } } nest();
function nest2(n) { try { if (n == 0) return 'r0'; if (n == 1) throw 't1'; try { if (n == 2) return 'r2'; if (n == 3) throw 't3'; } finally { log('in', n); if (n == 4) return 'r4'; } } catch (e) { return 'c' + e; } finally { log('out', n); } return 'end'; }
log([0, 1, 2, 3, 4, 5].map(nest2));
function many(n) { for (var i = 0; i < 3; i++) { try { if (n == 0) break; if (n == 1) continue; if (n == 2) return 'r'; if (n == 3) throw 'x'; } finally { log('m', n, i); } } return 'e' + i; }
log([0, 1, 2, 4].map(many)); try { many(3); } catch (e) { log(e); }
var y = (function () { try { return arguments; } finally { } })(1, 2); log(y.length);
