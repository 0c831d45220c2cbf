// Any value can be thrown.
throw {toString: function () { return 'unused'; }, code: 1};
// expect error: { toString: [Function: toString], code: 1 }
