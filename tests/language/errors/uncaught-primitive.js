// A primitive that nobody catches.
console.log('before'); // expect: before
throw 'just text';
// expect error: throw 'just text';
// expect error: just text
