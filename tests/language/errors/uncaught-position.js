// What is printed for an uncaught error: place, line, caret, stack.
function fail() {
  throw new RangeError('too far');
}
console.log('first'); // expect: first
fail();
// expect error: throw new RangeError('too far');
// expect error: ^
// expect error: RangeError: too far
// expect error: at fail (
