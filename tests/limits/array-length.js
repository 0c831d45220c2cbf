// Lengths that no array can have.
function message(f) { try { console.log(typeof f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
message(function () { return new Array(-1); });                            // expect: RangeError: Invalid array length
message(function () { return new Array(1.5); });                           // expect: RangeError: Invalid array length
message(function () { return new Array(4294967296); });                    // expect: RangeError: Invalid array length
message(function () { return new Array(4294967295); });                    // expect: object
message(function () { [].length = 4294967296; });                          // expect: RangeError: Invalid array length
message(function () { [].length = -1; });                                  // expect: RangeError: Invalid array length
message(function () { var a = []; a.length = 4294967295; a.push(1); });    // expect: RangeError: Invalid array length
message(function () { return Array.from({length: 4294967296}); });         // expect: RangeError: Invalid array length
message(function () { return Array.from({length: -5}).length; });          // expect: number
message(function () { return Array.prototype.push.call({length: 9007199254740991}, 1); });   // expect: TypeError: Pushing 1 elements on an array-like of length 9007199254740991 is disallowed, as the total surpasses 2**53-1
