// More arguments than the stack has room for.
function message(f) { try { console.log(typeof f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
message(function () { return Math.max.apply(null, new Array(1000000).fill(1)); });         // expect: RangeError: Maximum call stack size exceeded
message(function () { return Math.max(...new Array(1000000).fill(1)); });                  // expect: RangeError: Maximum call stack size exceeded
message(function () { return String.fromCharCode.apply(null, new Array(10000000)); });     // expect: RangeError: Maximum call stack size exceeded
message(function () { return [].push.apply([], new Array(1000000)); });                    // expect: RangeError: Maximum call stack size exceeded
message(function () { return Math.max.apply(null, new Array(1000).fill(1)); });            // expect: number
