// Source that is nested far too deep is an error, not a crash.
// skip-stress
function attempt(source) { try { (0, eval)(source); return 'ok'; } catch (e) { return e instanceof RangeError || e instanceof SyntaxError ? 'error' : e.name; } }
console.log(attempt('('.repeat(100000)));   // expect: error
console.log(attempt('['.repeat(100000) + ']'.repeat(100000)));   // expect: error
console.log(attempt('{'.repeat(100000)));   // expect: error
console.log(attempt('!'.repeat(200000) + '1') !== 'crash', attempt('a.'.repeat(1000) + 'b'));   // expect: true ReferenceError
console.log(attempt('(function(){'.repeat(20000)), attempt('x=>'.repeat(50000) + '1') !== 'crash', attempt('`${'.repeat(50000)));   // expect: error true error
var deep = []; for (var i = 0; i < 100000; i++) deep = [deep]; try { JSON.stringify(deep); console.log('ok'); } catch (e) { console.log(e.name); }   // expect: RangeError
try { JSON.parse('['.repeat(200000)); } catch (e) { console.log(e instanceof RangeError || e instanceof SyntaxError); }   // expect: true
try { console.log(String(deep).length); } catch (e) { console.log(e.name); }   // expect: RangeError
