// Early errors, in V8's words: one line for each kind.
function early(source) {
  try { (0, eval)(source); console.log('none'); } catch (e) { console.log(e.name + ': ' + e.message); }
}
early('"use strict"; eval = 1');   // expect: SyntaxError: Unexpected eval or arguments in strict mode
early('"use strict"; function f(a, a) {}');   // expect: SyntaxError: Duplicate parameter name not allowed in this context
early('"use strict"; 010');   // expect: SyntaxError: Octal literals are not allowed in strict mode.
early('"use strict"; 08');   // expect: SyntaxError: Decimals with leading zeros are not allowed in strict mode.
early('"use strict"; "\\010"');   // expect: SyntaxError: Octal escape sequences are not allowed in strict mode.
early('"use strict"; "\\8"');   // expect: SyntaxError: \8 and \9 are not allowed in strict mode.
early('"use strict"; delete x');   // expect: SyntaxError: Delete of an unqualified identifier in strict mode.
early('"use strict"; with (a) {}');   // expect: SyntaxError: Strict mode code may not include a with statement
early('"use strict"; var public');   // expect: SyntaxError: Unexpected strict mode reserved word
early('"use strict"; if (1) function f() {}');   // expect: SyntaxError: In strict mode code, functions can only be declared at top level or inside a block.
early('while (0) function f() {}');   // expect: SyntaxError: In non-strict mode code, functions can only be declared at top level, inside a block, or as the body of an if statement.
early('if (1) let x');   // expect: SyntaxError: Lexical declaration cannot appear in a single-statement context
early('while (0) const x = 1');   // expect: SyntaxError: Unexpected token 'const'
early('{ l: let');   // expect: SyntaxError: Unexpected end of input
early('x }');   // expect: SyntaxError: Unexpected token '}'
early('break');   // expect: SyntaxError: Illegal break statement
early('continue');   // expect: SyntaxError: Illegal continue statement: no surrounding iteration statement
early('break l');   // expect: SyntaxError: Undefined label 'l'
early('continue l');   // expect: SyntaxError: Undefined label 'l'
early('l: { continue l }');   // expect: SyntaxError: Illegal continue statement: 'l' does not denote an iteration statement
early('l: l: 1');   // expect: SyntaxError: Label 'l' has already been declared
early('l: { l: 1 }');   // expect: SyntaxError: Label 'l' has already been declared
early('var 1');   // expect: SyntaxError: Unexpected number
early('var if');   // expect: SyntaxError: Unexpected token 'if'
early('let x; let x');   // expect: SyntaxError: Identifier 'x' has already been declared
early('let x; var x');   // expect: SyntaxError: Identifier 'x' has already been declared
early('const x');   // expect: SyntaxError: Missing initializer in const declaration
early('for (let x = 1 in {}) ;');   // expect: SyntaxError: for-in loop variable declaration may not have an initializer.
early('for (var x = 1 of {}) ;');   // expect: SyntaxError: for-of loop variable declaration may not have an initializer.
early('for (let x, y in {}) ;');   // expect: SyntaxError: Invalid left-hand side in for-in loop: Must have a single binding.
early('for (var x, y of {}) ;');   // expect: SyntaxError: Invalid left-hand side in for-of loop: Must have a single binding.
early('for (let let in {}) ;');   // expect: SyntaxError: let is disallowed as a lexically bound name
early('for (let of {}) ;');   // expect: SyntaxError: Unexpected token '{'
early('for (let.x of {}) ;');   // expect: SyntaxError: The left-hand side of a for-of loop may not start with 'let'.
early('for (async of []) ;');   // expect: SyntaxError: The left-hand side of a for-of loop may not be 'async'.
early('try { } catch (e) { let e }');   // expect: SyntaxError: Identifier 'e' has already been declared
early('try { } catch (e) { function e() {} }');   // expect: SyntaxError: Identifier 'e' has already been declared
early('switch (1) { default: default: }');   // expect: SyntaxError: More than one default clause in switch statement
early('({__proto__: 1, __proto__: 2})');   // expect: SyntaxError: Duplicate __proto__ fields are not allowed in object literals
early('({get a(x) {}})');   // expect: SyntaxError: Getter must not have any formal parameters.
early('({set a() {}})');   // expect: SyntaxError: Setter must have exactly one formal parameter.
early('({set a(...x) {}})');   // expect: SyntaxError: Setter function argument must not be a rest parameter
early('({"a"})');   // expect: SyntaxError: Unexpected string
early('({a = 1})');   // expect: SyntaxError: Invalid shorthand property initializer
early('({a b})');   // expect: SyntaxError: Unexpected identifier 'b'
early('({a: 1 b: 2})');   // expect: SyntaxError: Unexpected identifier 'b'
early('/a/gg');   // expect: SyntaxError: Invalid regular expression flags
early('/[/');   // expect: SyntaxError: Invalid regular expression: missing /
early('/(/');   // expect: SyntaxError: Invalid regular expression: /(/: Unterminated group
early('/a**/');   // expect: SyntaxError: Invalid regular expression: /a**/: Nothing to repeat
early('/(?<a>.)(?<a>.)/');   // expect: SyntaxError: Invalid regular expression: /(?<a>.)(?<a>.)/: Duplicate capture group name
early('/\\u{110000}/u');   // expect: SyntaxError: Invalid regular expression: /\u{110000}/u: Invalid Unicode escape
early('"abc');   // expect: SyntaxError: Invalid or unexpected token
early('`${a');   // expect: SyntaxError: Missing } in template expression
early('`\\u{110000}`');   // expect: SyntaxError: Undefined Unicode code-point
early('"\\u12"');   // expect: SyntaxError: Invalid Unicode escape sequence
early('"\\x1"');   // expect: SyntaxError: Invalid hexadecimal escape sequence
early('v\\u0061r x');   // expect: SyntaxError: Keyword must not contain escaped characters
early('1_');   // expect: SyntaxError: Numeric separators are not allowed at the end of numeric literals
early('1__0');   // expect: SyntaxError: Only one underscore is allowed as numeric separator
early('0_1');   // expect: SyntaxError: Numeric separator can not be used after leading 0.
early('1 = 2');   // expect: SyntaxError: Invalid left-hand side in assignment
early('++1');   // expect: SyntaxError: Invalid left-hand side expression in prefix operation
early('1++');   // expect: SyntaxError: Invalid left-hand side expression in postfix operation
early('function f() { new.foo }');   // expect: SyntaxError: Unexpected identifier 'foo'
early('(a) => { let a }');   // expect: SyntaxError: Identifier 'a' has already been declared
early('function f(a) { let a }');   // expect: SyntaxError: Identifier 'a' has already been declared
early('function f(a) { var a; let b; var b }');   // expect: SyntaxError: Identifier 'b' has already been declared
early('(a, 1) => 1');   // expect: SyntaxError: Invalid destructuring assignment target
early('(...a, b) => 1');   // expect: SyntaxError: Rest parameter must be last formal parameter
early('function f(...a = 1) {}');   // expect: SyntaxError: Rest parameter may not have a default initializer
early('function f(a = 1) { "use strict" }');   // expect: SyntaxError: Illegal 'use strict' directive in function with non-simple parameter list
early('function f(...a) { "use strict" }');   // expect: SyntaxError: Illegal 'use strict' directive in function with non-simple parameter list
early('function (a) {}');   // expect: SyntaxError: Function statements require a function name
early('if a');   // expect: SyntaxError: Unexpected identifier 'a'
early('try {}');   // expect: SyntaxError: Missing catch or finally after try
early('-1 ** 2');   // expect: SyntaxError: Unary operator used immediately before exponentiation expression. Parenthesis must be used to disambiguate operator precedence
early('new a?.b()');   // expect: SyntaxError: Invalid optional chain from new expression
early('a?.`x`');   // expect: SyntaxError: Invalid tagged template on optional chain
early('a(1');   // expect: SyntaxError: missing ) after argument list
early('enum');   // expect: SyntaxError: Unexpected reserved word
early('"use strict"; {function f() {} function f() {}}');   // expect: SyntaxError: Identifier 'f' has already been declared
early('{function f() {} let f}');   // expect: SyntaxError: Identifier 'f' has already been declared
early('`\\07`');   // expect: SyntaxError: Octal escape sequences are not allowed in template strings.
early('`\\8`');   // expect: SyntaxError: \8 and \9 are not allowed in template strings.
early('throw\n1');   // expect: SyntaxError: Illegal newline after throw
