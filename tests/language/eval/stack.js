// Where evaluated code says it is, in stacks.
function where(error) {
  return error.stack.split('\n').slice(1, 4).map(function (line) { return line.trim().replace(/\(.*[\\/]/g, '(').replace(/at f \(.*?js/, 'at f (js'); });
}
function f() { return eval('(function g() { throw new Error("x"); })()'); }
try { f(); } catch (e) { console.log(where(e)); }
try { (0, eval)('null.x'); } catch (e) { console.log(where(e).slice(0, 2)); }
