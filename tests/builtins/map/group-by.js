// Map.groupBy.
function t(f) { try { return f(); } catch (e) { return e.name + ': ' + e.message; } }
var g = Map.groupBy([1, 2, 3, 4, 5], function (x, i) { return x % 2 ? 'odd' : 'even'; });
console.log(g instanceof Map, g.size, g.get('odd').join(), g.get('even').join(), Array.from(g.keys()).join());   // expect: true 2 1,3,5 2,4 odd,even
var k = {}; g = Map.groupBy('abc', function (c, i) { return i === 1 ? k : -0; }); console.log(g.get(k).join(), g.get(0).join());   // expect: b a,c
console.log(Map.groupBy([], function () {}).size, Map.groupBy.length, Map.groupBy.name);   // expect: 0 2 groupBy
console.log(t(function () { Map.groupBy([1], 5); }));   // expect: TypeError: number 5 is not a function
console.log(t(function () { Map.groupBy([1], function () { throw new Error('in callback'); }); }));   // expect: Error: in callback
