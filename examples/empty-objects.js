// examples/empty-objects.js - a million objects that nobody keeps: work for the scavenger.
//
//   nodule --trace_gc examples/empty-objects.js
//
// Every line is a scavenge of new space that finds next to nothing alive.
for (var i = 0; i < 1000000; i++) {
  var object = {};
}
