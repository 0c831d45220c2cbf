// Deep nesting: JSON.parse takes it, what recurses throws RangeError.
// skip-stress
var i;
function t(f) { try { return f(); } catch (e) { return e.name + ': ' + e.message; } }
deep = []; for (i = 0; i < 200000; i++) deep = [deep]; console.log(t(function () { return JSON.stringify(deep); }));   // expect: RangeError: Maximum call stack size exceeded
console.log(t(function () { return JSON.parse('['.repeat(200000) + ']'.repeat(200000), function (k, v) { return v; }); }));   // expect: RangeError: Maximum call stack size exceeded
var deep = JSON.parse('['.repeat(100000) + ']'.repeat(100000)), depth = 0; while (deep) { deep = deep[0]; depth++; } console.log(depth);   // expect: 100000
var nested = JSON.parse('{"a":'.repeat(5000) + '1' + '}'.repeat(5000)); for (depth = 0; nested.a; depth++) nested = nested.a; console.log(depth);   // expect: 5000
var parts = 0; console.log(t(function () { return JSON.stringify('', function (k, v) { parts++; return [v]; }); }), parts > 1000);   // expect: RangeError: Maximum call stack size exceeded true
var keys = []; for (i = 0; i < 100000; i++) keys.push('k' + i % 50000); console.log(JSON.stringify({k49999: 1, l: 2, k0: 3}, keys));   // expect: {"k0":3,"k49999":1}
