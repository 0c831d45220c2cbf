// The text ends where the error is.
// expect error: SyntaxError: Numeric separators are not allowed at the end of numeric literals
.5_