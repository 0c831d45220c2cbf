// skip-stress
// Array.prototype.join of more than a string can hold; separators count.
function message(f) { try { console.log(typeof f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var million = 'x'.repeat(1 << 20), many = new Array(600).fill(million);
message(function () { return many.join(''); });                                // expect: RangeError: Invalid string length
message(function () { return new Array(1 << 20).join('x'.repeat(1000)); });    // expect: RangeError: Invalid string length
message(function () { return new Array(4294967295).join('x'); });              // expect: RangeError: Invalid string length
message(function () { return new Array(4294967295).join(''); });               // expect: string
message(function () { return String(new Array(4294967295)); });                // expect: RangeError: Invalid string length
message(function () { return million.replaceAll('x', 'y'.repeat(600)); });     // expect: RangeError: Invalid string length
message(function () { return million.split('').join('y'.repeat(600)); });      // expect: RangeError: Invalid string length
