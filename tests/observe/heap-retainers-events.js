// What the event loop keeps: timers with their callbacks, immediates, queues; and modules that were loaded.
var heap = require('nodule:heap');
function path(value) { return heap.retainers(value).text; }
var take = (function () {
  var kept = {};
  setTimeout(function tick() { return kept; }, 1);
  return function () { var value = kept; take = null; return value; };
})();
console.log(path(take()));            // expect: timer → callback → closure tick → context variable kept
var argument = {};
setTimeout(function () { }, 1, argument);
(function () { var value = argument; argument = null; console.log(path(value)); })();   // expect: timer → _timerArgs → [0]
var exported = require('./fixtures/leaky.js');
var list = exported.list();
exported = null;
(function () { var value = list; list = null; console.log(path(value).replace(/\S*fixtures/, '')); })();   // expect: require.cache → /leaky.js → exports → list → closure (anonymous, leaky.js:2) → context variable leaked
