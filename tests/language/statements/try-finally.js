// try, catch and finally: which result wins, and the order, with jumps out of each.
function order() { var s = ''; try { s += 't'; throw 1; } catch (e) { s += 'c' + e; } finally { s += 'f'; } return s; }
console.log(order());
function override() { try { return 'try'; } finally { return 'finally'; } }
console.log(override());
function keep() { var x = 1; try { return x; } finally { x = 2; } }
console.log(keep());
function loop() { var s = ''; for (var i = 0; i < 4; i++) { try { if (i === 1) continue; if (i === 3) break; s += i; } finally { s += 'f'; } } return s; }
console.log(loop());
function nested() { try { try { throw new Error('inner'); } finally { console.log('first'); } } catch (e) { return e.message; } finally { console.log('second'); } }
console.log(nested());
function swallow() { for (;;) { try { throw 1; } finally { break; } } return 'swallowed'; }
console.log(swallow());
function rethrow() { try { try { throw 'a'; } catch (e) { throw e + 'b'; } finally { throw 'c'; } } catch (e) { return e; } }
console.log(rethrow());
var e = 'outer'; try { throw 'x'; } catch (e) { var e = 'assigned'; } console.log(e);
try { throw 1; } catch { console.log('no binding'); }
function deep() { try { return (function () { try { throw 1; } finally { return 2; } })(); } finally { console.log('out'); } }
console.log(deep());
// expect: tc1f
// expect: finally
// expect: 1
// expect: 0ff2ff
// expect: first
// expect: second
// expect: inner
// expect: swallowed
// expect: c
// expect: outer
// expect: no binding
// expect: out
// expect: 2
