// examples/scopes.js - where an identifier is looked for: outwards along the chain of scopes.
var place = 'module';
function outer() {
  var place = 'outer';
  function middle() {
    function inner() { return place; }   // not here, not in middle: found in outer
    return inner();
  }
  return middle();
}
console.log(outer(), place);
try {
  (function () { (function () { var hidden = 1; })(); return hidden; })();
} catch (error) {
  console.log(error.message);            // scopes are not looked into from outside
}
