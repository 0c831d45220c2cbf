// Assigning to what a call returns is a ReferenceError when it is reached, before the right side; other targets are early.
function f() { seen.push('f'); return {}; }
var seen = [];
function run(fn) { try { seen = []; fn(); console.log('done', seen.join()); } catch (e) { console.log(e.name + ': ' + e.message, seen.join()); } }
function early(source) { try { new Function(source); console.log('ok'); } catch (e) { console.log(e.name + ': ' + e.message); } }
run(function () { f() = seen.push('right'); });   // expect: ReferenceError: Invalid left-hand side in assignment f
run(function () { (f()) = 1; });   // expect: ReferenceError: Invalid left-hand side in assignment f
run(function () { f() += seen.push('right'); });   // expect: ReferenceError: Invalid left-hand side in assignment f
run(function () { f()++; });   // expect: ReferenceError: Invalid left-hand side expression in postfix operation f
run(function () { --f(); });   // expect: ReferenceError: Invalid left-hand side expression in prefix operation f
run(function () { f().x(1) = 1; });   // expect: TypeError: f(...).x is not a function f
run(function () { for (f() in {a: 1}) seen.push('body'); });   // expect: ReferenceError: Invalid left-hand side in for-loop f
run(function () { for (f() in {}) seen.push('body'); });   // expect: done 
run(function () { for (f() of [1]) seen.push('body'); });   // expect: ReferenceError: Invalid left-hand side in for-loop f
early('"use strict"; f() = 1');   // expect: SyntaxError: Invalid left-hand side in assignment
early('f() &&= 1');   // expect: SyntaxError: Invalid left-hand side in assignment
early('f() ??= 1');   // expect: SyntaxError: Invalid left-hand side in assignment
early('f`` = 1');   // expect: SyntaxError: Invalid left-hand side in assignment
early('new f() = 1');   // expect: SyntaxError: Invalid left-hand side in assignment
early('new f = 1');   // expect: SyntaxError: Invalid left-hand side in assignment
early('f?.() = 1');   // expect: SyntaxError: Invalid left-hand side in assignment
early('f()?.x = 1');   // expect: SyntaxError: Invalid left-hand side in assignment
early('1 = 1');   // expect: SyntaxError: Invalid left-hand side in assignment
early('this++');   // expect: SyntaxError: Invalid left-hand side expression in postfix operation
early('(a + b) = 1');   // expect: SyntaxError: Invalid left-hand side in assignment
early('a ? b : c = 1; (a ? b : c) = 1');   // expect: SyntaxError: Invalid left-hand side in assignment
early('for (1 in {}) ;');   // expect: SyntaxError: Invalid left-hand side in for-loop
early('"use strict"; eval = 1');   // expect: SyntaxError: Unexpected eval or arguments in strict mode
early('"use strict"; arguments++');   // expect: SyntaxError: Unexpected eval or arguments in strict mode
