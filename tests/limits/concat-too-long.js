// concat of more than 2 ** 32 - 1 elements (node gives an array of that length; the specification a RangeError).
var half = new Array(2147483648);
try { half.concat(half); } catch (e) { console.log(e.name + ': ' + e.message); }   // expect: RangeError: Invalid array length
console.log(half.concat(new Array(2147483647)).length);                            // expect: 4294967295
