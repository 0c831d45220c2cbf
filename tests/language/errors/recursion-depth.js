// How deep recursion goes is bounded, and after the error the stack is free again.
function depth() { var n = 0; function f() { n++; f(); } try { f(); } catch (e) {} return n; }
var first = depth(), second = depth(); console.log(first > 5000, first < 200000, Math.abs(first - second) < first * 0.1);   // expect: true true true
function wide(a, b, c, d, e, f, g, h) { var i = a, j = b, k = c; return wide(i, j, k, d, e, f, g, h) + 1; } try { wide(1, 2, 3, 4, 5, 6, 7, 8); } catch (e) { console.log(e.message); }   // expect: Maximum call stack size exceeded
function inTry(n) { try { return inTry(n + 1); } catch (e) { return n; } } console.log(inTry(0) > 1000);   // expect: true
function inFinally() { try { inFinally(); } finally { inFinally.ran = true; } } try { inFinally(); } catch (e) { console.log(e instanceof RangeError, inFinally.ran); }   // expect: true true
for (var i = 0; i < 20; i++) depth(); console.log('again and again');   // expect: again and again
var caught = 0; function once() { try { once(); } catch (e) { caught++; throw e; } } try { once(); } catch (e) { console.log(e.message, caught > 1000); }   // expect: Maximum call stack size exceeded true
var stack; (function f() { try { f(); } catch (e) { stack = stack || e.stack; throw e; } }).call; try { (function g() { g(); })(); } catch (e) { console.log(e.stack.split('\n').length, e.stack.split('\n')[1].trim().split(' ')[1]); }   // expect: 11 g
