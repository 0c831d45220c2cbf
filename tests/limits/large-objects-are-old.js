// What is born in large object space may point to young objects from the start: properties, variables of closures.
// flags: --verify-heap --expose-gc
// skip-stress
function texts(n, f) { return Array.from({ length: n }, function (_, i) { return f(i); }).join(''); }
function check(n) {
  var declared = texts(n, function (i) { return 'let v' + i + ' = {a: ' + i + '};'; }), used = texts(n, function (i) { return 'v' + i + ';'; });
  try {
    var f = new Function(declared + 'return function () { gc({type: "minor"}); ' + used + ' gc(); return v0.a + v' + (n - 1) + '.a; }')();
    gc({ type: 'minor' });
    return f();
  } catch (e) { return e.name + ': ' + e.message; }
}
console.log(check(30000));   // expect: 29999
console.log(check(65000));   // expect: 64999
console.log(check(65534));   // expect: 65533

var object = {};
(0, eval)(texts(12000, function (i) { return 'function large' + i + '() { return ' + i + '; }'; }));
for (var i = 0; i < 12000; i++) globalThis['other' + i] = { a: i };
gc({ type: 'minor' });
console.log(large11999(), other11999.a, other0.a);   // expect: 11999 11999 0
