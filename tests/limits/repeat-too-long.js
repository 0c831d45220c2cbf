// repeat, padStart and padEnd refuse what no string can hold, before any memory is taken.
function message(f) { try { console.log(typeof f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
message(function () { return 'x'.repeat(Math.pow(2, 29)); });         // expect: RangeError: Invalid string length
message(function () { return 'xy'.repeat(Math.pow(2, 28)); });        // expect: RangeError: Invalid string length
message(function () { return 'x'.repeat(-1); });                      // expect: RangeError: Invalid count value: -1
message(function () { return 'x'.repeat(Infinity); });                // expect: RangeError: Invalid count value: Infinity
message(function () { return ''.repeat(Math.pow(2, 30)); });          // expect: string
message(function () { return 'x'.padStart(Math.pow(2, 30)); });       // expect: RangeError: Invalid string length
message(function () { return 'x'.padEnd(Math.pow(2, 30), 'ab'); });   // expect: RangeError: Invalid string length
message(function () { return 'x'.padEnd(Math.pow(2, 30), ''); });     // expect: string
