// -c reports a syntax error.
// flags: -c
// status: 1
var x = = 1;
// expect error: SyntaxError: Unexpected token '='
