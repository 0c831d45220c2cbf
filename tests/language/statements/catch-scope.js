// The catch parameter has its own scope; var inside leaks out; nested and shadowed.
var e = 'outer';
try { throw 'thrown'; } catch (e) { console.log(e); e = 'changed'; console.log(e); }
console.log(e);
try { throw 1; } catch (x) { var fromCatch = x; let local = x; } console.log(fromCatch, typeof local, typeof x);
try { throw 'a'; } catch (e) { try { throw 'b'; } catch (e) { console.log(e); } console.log(e); }
try { throw 'kept'; } catch (k) { var get = function () { return k; }, set = function (v) { k = v; }; } set('new'); console.log(get());
function f() { try { throw 1; } catch (err) { return (() => err)(); } } console.log(f());
try { throw undefined; } catch (u) { console.log(u); }
try { try { throw 1; } catch (a) { throw a + 1; } } catch (b) { console.log(b); }
try { null.x; } catch { console.log('without binding'); }
var closures = []; for (var i = 0; i < 3; i++) try { throw i; } catch (c) { closures.push(() => c); } console.log(closures.map(function (g) { return g(); }).join());
// expect: thrown
// expect: changed
// expect: outer
// expect: 1 undefined undefined
// expect: b
// expect: a
// expect: new
// expect: 1
// expect: undefined
// expect: 2
// expect: without binding
// expect: 0,1,2
