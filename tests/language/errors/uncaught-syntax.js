// A syntax error of the file itself: nothing runs.
console.log('never');
var = 5;
// expect error: var = 5;
// expect error: ^
// expect error: SyntaxError: Unexpected token '='
