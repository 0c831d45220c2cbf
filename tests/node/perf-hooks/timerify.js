// A timerified function does what the function does and tells observers of 'function'.
var PerformanceObserver = require('perf_hooks').PerformanceObserver;
function add(a, b) { return this.base + a + b; }
var timed = performance.timerify(add);
console.log(timed.name, timed.length, timed.call({base: 1}, 2, 3));   // expect: timerified add 2 6
function Point(x) { this.x = x; }
var point = new (performance.timerify(Point))(5);
console.log(point instanceof Point, point.x);                         // expect: true 5
var observer = new PerformanceObserver(function (list) {
  var entry = list.getEntries()[0];
  console.log(entry.name, entry.entryType, entry.duration >= 0, entry.detail, entry[0], entry[1]);   // expect: add function true [ 7, 8 ] 7 8
  observer.disconnect();
});
observer.observe({entryTypes: ['function']});
timed.call({base: 0}, 7, 8);
