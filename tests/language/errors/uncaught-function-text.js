// A syntax error in the text given to Function is shown with its line of that text.
new Function('a', 'var %;');
// expect error: <anonymous_script>:3
// expect error: var %;
// expect error:     ^
// expect error: SyntaxError: Unexpected token '%'
// expect error: at new Function (<anonymous>)
