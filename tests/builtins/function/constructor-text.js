// What new Function makes of its texts, and what it has against some of them.
function show() {
  try {
    var f = Function.apply(null, arguments);
    console.log(JSON.stringify(String(f)), f.length);
  } catch (e) {
    console.log(e.name + ': ' + e.message);
  }
}
show();   // expect: "function anonymous(\n) {\n\n}" 0
show('a, b', 'c', 'return a');   // expect: "function anonymous(a, b,c\n) {\nreturn a\n}" 3
show('a // x', 'return 1');   // expect: "function anonymous(a // x\n) {\nreturn 1\n}" 1
show('/* a */ b', '<!-- x', 'return b');   // expect: "function anonymous(/* a */ b,<!-- x\n) {\nreturn b\n}" 1
show('a = 1', '...b', 'return b');   // expect: "function anonymous(a = 1,...b\n) {\nreturn b\n}" 0
show('a /* x', '*/) {', 'return 1');   // expect: SyntaxError: Arg string terminates parameters early
show('a', '}, function() {');   // expect: SyntaxError: Single function literal required
show('a) { }, function(', '');   // expect: SyntaxError: Arg string terminates parameters early
show('a)', '');   // expect: SyntaxError: Arg string terminates parameters early
show('a b', '');   // expect: SyntaxError: Arg string terminates parameters early
show('a.b', '');   // expect: SyntaxError: Arg string terminates parameters early
show('1', '');   // expect: SyntaxError: Unexpected number
show('/*', '*/){');   // expect: SyntaxError: Unexpected end of arg string
show('*/', '/*');   // expect: SyntaxError: Unexpected token '*'
show('a', '/*');   // expect: SyntaxError: Invalid or unexpected token
show('x = function(){', '}');   // expect: SyntaxError: Unexpected token ')'
show('', '}{');   // expect: SyntaxError: Unexpected token '{'
show('', '})(');   // expect: SyntaxError: Unexpected token '}'
show('a', 'a', '"use strict"');   // expect: SyntaxError: Duplicate parameter name not allowed in this context
show('eval', '"use strict"');   // expect: SyntaxError: Unexpected eval or arguments in strict mode
show('a = 1', '"use strict"');   // expect: SyntaxError: Illegal 'use strict' directive in function with non-simple parameter list
show('a', 'let a');   // expect: SyntaxError: Identifier 'a' has already been declared
show('', 'break');   // expect: SyntaxError: Illegal break statement
show('', 'return new.target');   // expect: "function anonymous(\n) {\nreturn new.target\n}" 0
show('', '"use strict"; 010');   // expect: SyntaxError: Octal literals are not allowed in strict mode.
show(undefined, null);   // expect: "function anonymous(undefined\n) {\nnull\n}" 1
show({toString: function () { return 'q'; }}, 'return q');   // expect: "function anonymous(q\n) {\nreturn q\n}" 1
console.log(Function('"use strict"; return this')(), Function('return this')() === globalThis, Function('a', '').name);   // expect: undefined true anonymous
console.log(Object.getPrototypeOf(Reflect.construct(Function, ['return 1'], Array)) === Array.prototype);   // expect: true
