// JSON.stringify of more than a string can hold.
// skip-stress
function message(f) { try { console.log(typeof f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var s = 'x'.repeat(1 << 27);
message(function () { return JSON.stringify([s, s, s, s]); });        // expect: RangeError: Invalid string length
message(function () { return JSON.stringify({a: s, b: [s, s]}); });   // expect: string
message(function () { return JSON.stringify(new Array(4294967295)); });  // expect: RangeError: Invalid string length
var twice = ['x'.repeat(1e6)]; for (var i = 0; i < 40; i++) twice = [twice, twice];  // the walk ends where the text does
message(function () { return JSON.stringify(twice); });               // expect: RangeError: Invalid string length
var calls = 0, megabyte = 'x'.repeat(1e6);
message(function () {
  return JSON.stringify(new Array(16384).fill(0), function (k, v) { calls++; return v === 0 ? megabyte : v; });
});                                                                   // expect: RangeError: Invalid string length
console.log(calls < 600);                                             // expect: true
var sparse = []; sparse[300000000] = 1; sparse[0] = {toJSON: function () { calls = -1; }};
message(function () { return JSON.stringify(sparse); });              // expect: RangeError: Invalid string length
console.log(calls < 0);                                               // expect: false
