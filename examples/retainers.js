// examples/retainers.js - finds a leak: a cache of handlers that each keep a request alive, though none of them needs it.
//
//   nodule examples/retainers.js
var heap = require('nodule:heap');

var handlers = [];
function Request(n) { this.n = n; this.body = new Array(10000).fill(n); }

function serve(n) {
  var request = new Request(n);
  var length = request.body.length;
  handlers.push(function report() { return n + ': ' + length; });
  return function cancel() { return request; };   // nobody keeps it; but `report` has the same scope, so `request` stays
}

for (var i = 0; i < 100; i++) serve(i);
heap.collect();
var used = heap.statistics().used;
console.log('100 requests were served, and more than', Math.floor(used / 4e6) * 4, 'MB are still in use');

// Which of our objects is so large?  Look at what one handler retains, and why it does.
console.log('one handler retains', heap.retainedSize(handlers[0]) > 80000 ? 'more than 80000 bytes' : 'little');
console.log('a request is there because:', heap.retainers(serve(100)()).text);

// The cure: what a handler does not need goes out of its scope.
handlers.length = 0;
function serveBetter(n) {
  var length = new Request(n).body.length;
  handlers.push(function report() { return n + ': ' + length; });
}
for (i = 0; i < 100; i++) serveBetter(i);
heap.collect();
console.log('served the other way, one handler retains', heap.retainedSize(handlers[0]) < 500 ? 'less than 500 bytes' : 'much');
