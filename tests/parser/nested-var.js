// A name that is a var in many nested loops is looked at once in each; a lexical declaration between them is still found.
// stress-every: 500
const N = 500;
console.log(new Function('for (var k in {}) { '.repeat(N) + '}'.repeat(N) + ' return typeof k')());   // expect: undefined
try {
  new Function('{ let x; { var x; } }');
} catch (error) {
  console.log(error.message);   // expect: Identifier 'x' has already been declared
}
try {
  new Function('{ { var y; } { let z; { var y; } } let y; }');
} catch (error) {
  console.log(error.message);   // expect: Identifier 'y' has already been declared
}
try {
  new Function('var y; { let y; { { var y; } } }');
} catch (error) {
  console.log(error.message);   // expect: Identifier 'y' has already been declared
}
console.log(new Function('try { throw 1 } catch (e) { { var e = 2; { var e = 3 } } } return typeof e')());   // expect: undefined
