console.log('before');
function thrower() {
  var error = new Error('boom');
  error.code = 'CODE';
  throw error;
}
thrower();
