// for-of closes its iterator when it is left early, and only then.
var log;
function source(n, options) {
  var i = 0; log = [];
  var it = {next: function () { log.push('n' + i); return {value: i, done: i++ >= n}; }};
  if (!options || options.ret !== false) it.return = function () { log.push('return'); if (options && options.throws) throw new Error('from return'); return options && 'result' in options ? options.result : {}; };
  return {[Symbol.iterator]: function () { return it; }};
}
for (var v of source(2)) ; console.log(log.join(), v);   // expect: n0,n1,n2 1
for (v of source(5)) break; console.log(log.join());   // expect: n0,return
try { for (v of source(5)) throw 'out'; } catch (e) { console.log(log.join(), e); }   // expect: n0,return out
(function () { for (v of source(5)) return; })(); console.log(log.join());   // expect: n0,return
outer: for (var i = 0; i < 2; i++) { for (v of source(5)) continue outer; } console.log(log.join());   // expect: n0,return
for (v of source(2)) continue; console.log(log.join());   // expect: n0,n1,n2
for (v of source(5, {ret: false})) break; console.log(log.join());   // expect: n0
try { for (v of source(5, {throws: true})) break; } catch (e) { console.log(e.message); }   // expect: from return
try { for (v of source(5, {throws: true})) throw new Error('from body'); } catch (e) { console.log(e.message); }   // expect: from body
try { for (v of source(5, {result: 1})) break; } catch (e) { console.log(e.name); }   // expect: TypeError
try { for (v of {[Symbol.iterator]: function () { return {next: function () { throw new Error('from next'); }, return: function () { console.log('never'); }}; }}) ; } catch (e) { console.log(e.message); }   // expect: from next
for (v of source(5)) { for (var w of [1, 2]) { if (w === 2) break; } break; } console.log(log.join());   // expect: n0,return
