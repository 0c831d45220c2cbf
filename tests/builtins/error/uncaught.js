// An error that nobody catches.
console.log('before');   // expect: before
function fail() { throw new TypeError('not caught'); }
fail();
// expect error: TypeError: not caught
