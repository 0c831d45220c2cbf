// An uncaught error: the line that threw it, its stack and its own properties.
console.log('before');
function thrower() {
  var error = new Error('boom');
  error.code = 'CODE';
  throw error;
}
thrower();
