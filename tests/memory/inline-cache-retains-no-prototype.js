// What a property access has seen, it forgets when that has died: code keeps neither the prototype where a method was
// found nor the shape of the receiver, whose prototype it is, alive.
// flags: --expose-gc
// stress-every: 500
function used() {
  gc();
  gc();
  return process.memoryUsage().heapUsed;
}

function call(o) { return o.m(); }
function read(o) { return o.size; }
function add(o) { o.added = 1; return o.added; }

function useHeavy(i) {
  var Class = function () {};
  Class.prototype = { m: function () { return i; }, size: i, heavy: new Array(200000).fill(i) };
  var o = new Class();
  return call(o) + read(o) + add(o);
}

console.log(useHeavy(0));   // expect: 1
var before = used();
var sum = 0;
for (var i = 1; i <= 2; i++) sum += useHeavy(i);   // the sites know four shapes at most
console.log(sum);                                  // expect: 8
console.log(used() - before < 512 * 1024);         // expect: true
for (i = 3; i <= 9; i++) sum += useHeavy(i);       // and now no shape in particular
console.log(sum);                                  // expect: 99
console.log(used() - before < 512 * 1024);         // expect: true
