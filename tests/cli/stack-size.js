// --stack-size bounds the depth of recursion.
// flags: --stack-size=200
function f(n) { try { return f(n + 1); } catch (e) { return n; } }
var shallow = f(0);
console.log(shallow > 100, shallow < 10000);   // expect: true true
