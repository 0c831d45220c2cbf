// finally with every jump: it runs last, and its own jump wins.
function f(how) {
  var log = [];
  for (var i = 0; i < 3; i++) {
    try { log.push('t' + i); if (i === 1) { if (how === 'break') break; if (how === 'continue') continue; if (how === 'return') return log.join(); if (how === 'throw') throw log.join(); } log.push('e' + i); }
    finally { log.push('f' + i); }
  }
  return log.join();
}
console.log(f('none')); console.log(f('break'));
console.log(f('continue')); console.log(f('return'));
try { f('throw'); } catch (e) { console.log(e); }
function wins(how) { try { try { return 'try'; } finally { if (how === 'return') return 'finally'; if (how === 'throw') throw 'thrown'; if (how === 'nothing') 1; } } catch (e) { return 'caught ' + e; } }
console.log(wins('return'), wins('throw'), wins('nothing'));
function cancel() { for (var i = 0; i < 3; i++) { try { throw i; } finally { continue; } } return 'all cancelled'; } console.log(cancel());
function depth() { var log = []; try { try { try { throw 'x'; } finally { log.push(1); } } finally { log.push(2); } } catch (e) { log.push(e); } finally { log.push(3); } return log.join(); } console.log(depth());
function value() { var x = 'a'; try { return x; } finally { x = 'b'; } } function object() { var o = {v: 'a'}; try { return o; } finally { o.v = 'b'; } } console.log(value(), object().v);
var order = []; (function () { try { return order.push('value'); } finally { order.push('finally'); } })(); console.log(order.join());
label: try { throw 1; } catch (e) { break label; } finally { console.log('finally after break'); }
function generations() { var r = []; for (var v of [1, 2, 3]) { try { if (v === 2) continue; r.push(v); } finally { r.push('f'); } } return r.join(); } console.log(generations());
// expect: t0,e0,f0,t1,e1,f1,t2,e2,f2
// expect: t0,e0,f0,t1,f1
// expect: t0,e0,f0,t1,f1,t2,e2,f2
// expect: t0,e0,f0,t1
// expect: t0,e0,f0,t1
// expect: finally caught thrown try
// expect: all cancelled
// expect: 1,2,x,3
// expect: a b
// expect: value,finally
// expect: finally after break
// expect: 1,f,f,3,f
