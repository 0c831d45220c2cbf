// A rest element that is not the last one in parentheses is a syntax error.
// expect error: SyntaxError: Rest parameter must be last formal parameter
~(...it, 10);
