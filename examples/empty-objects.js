// examples/empty-objects.js - a million objects that nobody keeps: work for the scavenger.
//
//   nodule examples/empty-objects.js
//
// Every line is a scavenge of new space that finds next to nothing alive.  The flag could stand in front of the script, too.
require('v8').setFlagsFromString('--trace_gc');
for (var i = 0; i < 1000000; i++) {
  var object = {};
}
