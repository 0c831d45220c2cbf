// Function(...) makes functions of global scope.
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var hidden = 'module';
console.log(Function('a', 'b', 'return a + b')(1, 2), new Function('return 7')(), Function('a, b', 'c', 'return a + b + c')(1, 2, 3));   // expect: 3 7 6
console.log(Function('return typeof hidden')(), Function()(), new Function('a', 'b = 2', '...c', 'return [a, b, c.length].join()')(1, undefined, 3, 4));   // expect: undefined undefined 1,2,2
console.log(Function('a', 'return a').name, Function('a', 'b', '').length, Function('return this')() === globalThis, Function('"use strict"; return this')());   // expect: anonymous 2 true undefined
console.log(JSON.stringify(String(Function('a', 'b', 'return a'))), JSON.stringify(String(Function())));   // expect: "function anonymous(a,b\n) {\nreturn a\n}" "function anonymous(\n) {\n\n}"
console.log(Function('a /* comment */', 'return a // end')(3), Function('a, a', 'return a')(1, 2), Function({toString: function () { return 'return "converted"'; }})());   // expect: 3 2 converted
var made = Function('x', 'this.x = x'); console.log(new made(4).x, made instanceof Function, Function instanceof Function, Function.prototype.isPrototypeOf(Function));   // expect: 4 true true true
t(function () { return Function('a', 'return a +'); });   // expect: SyntaxError: Unexpected token '}'
try { Function('a}', 'b'); } catch (e) { console.log(e.name); }   // expect: SyntaxError
try { Function('}, function () {'); } catch (e) { console.log(e.name); }   // expect: SyntaxError
try { Function('a){}, function (', ''); } catch (e) { console.log(e.name); }   // expect: SyntaxError
try { Function('a) { return function (', '}'); } catch (e) { console.log(e.name); }   // expect: SyntaxError
try { Function('/*', '*/){'); } catch (e) { console.log(e.name); }   // expect: SyntaxError
t(function () { return Function('a', '"use strict"; with (a) {}'); });   // expect: SyntaxError: Strict mode code may not include a with statement
t(function () { return Function('a = 1', '"use strict"'); });   // expect: SyntaxError: Illegal 'use strict' directive in function with non-simple parameter list
t(function () { return Function('let', 'return let')(1); });   // expect: 1
