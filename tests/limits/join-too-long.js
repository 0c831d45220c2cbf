// Array.prototype.join of more than a string can hold; separators count.
// skip-stress
function message(f) { try { console.log(typeof f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var million = 'x'.repeat(1 << 20), many = new Array(600).fill(million);
message(function () { return many.join(''); });                                // expect: RangeError: Invalid string length
message(function () { return new Array(1 << 20).join('x'.repeat(1000)); });    // expect: RangeError: Invalid string length
message(function () { return new Array(4294967295).join('x'); });              // expect: RangeError: Invalid string length
message(function () { return new Array(4294967295).join(''); });               // expect: string
message(function () { return String(new Array(4294967295)); });                // expect: RangeError: Invalid string length
message(function () { return million.replaceAll('x', 'y'.repeat(600)); });     // expect: RangeError: Invalid string length
message(function () { return million.split('').join('y'.repeat(600)); });      // expect: RangeError: Invalid string length
many = new Array(16384).fill(million);                                         // far more than the limit
message(function () { return many.join(''); });                                // expect: RangeError: Invalid string length
var calls = 0, counted = {toString: function () { calls++; return million; }};
message(function () { return new Array(16384).fill(counted).join(''); });      // expect: RangeError: Invalid string length
message(function () { return String.raw({raw: new Array(16384).fill(counted)}); });  // expect: RangeError: Invalid string length
var text = '-'.repeat(16384), count = function () { calls++; return million; };
message(function () { return text.replaceAll('-', count); });                  // expect: RangeError: Invalid string length
message(function () { return text.replace(/-/g, count); });                    // expect: RangeError: Invalid string length
console.log(calls < 2600);                                                     // expect: true
message(function () { return million.replace(/x/g, "$`$'"); });                // expect: RangeError: Invalid string length
message(function () { return million.anchor('"'.repeat(1e8)); });              // expect: RangeError: Invalid string length
