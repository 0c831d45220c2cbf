// Compiled functions that the event loop calls.
// stress-every: 31
var turns = 0, sum = 0, order = [];
function tick(n) { sum += n; if (++turns < 300) { if (n % 3 === 0) setTimeout(tick, 0, n + 1); else if (n % 3 === 1) setImmediate(tick, n + 1); else process.nextTick(tick, n + 1); } else done(); }
function note(n) { order.push(n); return function () { order.push(-n); }; }
function done() {
  console.log(turns, sum, order.length, order.slice(0, 6).join(), order.slice(-2).join());
  var events = new (require('events'))(), seen = 0;
  events.on('e', function (a, b) { seen += a + b.length + (this === events ? 1 : 0); });
  events.on('throws', function (n) { if (n > 290) throw new RangeError('listener ' + n); });
  function emits(n) { events.emit('e', n, 'text'); events.emit('throws', n); return seen; }
  try { for (var i = 0; i < 400; i++) emits(i); } catch (e) { console.log(e.message, i, seen); }
  setTimeout(function fails() { hot(400); }, 1);
}
function hot(n) { for (var i = 0; i < n; i++) if (i === 399) process.emitWarning === 1 || thrower(i); return i; }
function thrower(n) { throw new Error('out of a timer ' + n); }
process.on('uncaughtException', function (e) { console.log('uncaught', e.message, e.stack.split('\n')[1].trim().replace(/\(.*[\\/]/, '('), e.stack.split('\n')[2].trim().replace(/\(.*[\\/]/, '(')); hotAgain(); });
function hotAgain() { for (var i = 0, s = 0; i < 500; i++) { try { if (i % 2) thrower(i); s++; } catch (e) { s += 2; } } console.log(s); process.removeAllListeners('uncaughtException'); }
for (var i = 0; i < 250; i++) { var later = note(i); queueMicrotask(later); if (i % 50 === 0) process.nextTick(later); }
tick(0);
