// Any value can be thrown.
throw {toString: function () { return 'unused'; }, code: 1};
// expect error: ?
