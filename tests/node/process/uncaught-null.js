// What is thrown need not be an object.
throw null;
// expect error: null
