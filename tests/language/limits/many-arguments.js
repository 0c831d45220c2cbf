// Many arguments, parameters and locals.
function count() { return arguments.length; }
console.log(count.apply(null, new Array(60000)), count(...new Array(30000).fill(1)), new Function(...new Array(500).fill(0).map(function (_, i) { return 'p' + i; }), 'return p499')(...new Array(500).fill(0).map(function (_, i) { return i; })));   // expect: 60000 30000 499
try { count.apply(null, new Array(10000000)); } catch (e) { console.log(e.name); }   // expect: RangeError
try { count(...new Array(10000000).fill(0)); } catch (e) { console.log(e.name); }   // expect: RangeError
console.log(Math.max(...new Array(20000).fill(0).map(function (_, i) { return i; })), String.fromCharCode.apply(null, new Array(10000).fill(65)).length, [].concat(...new Array(1000).fill([1])).length);   // expect: 19999 10000 1000
var locals = 'return (function () {'; for (var i = 0; i < 1000; i++) locals += 'var l' + i + ' = ' + i + ';'; console.log(Function(locals + 'return l0 + l999; })()')());   // expect: 999
var a = []; a.push.apply(a, new Array(50000).fill(1)); console.log(a.length);   // expect: 50000
// stress-every: 23
