// Rest parameters and spread in calls, constructions, arrays and objects.
function r(a, ...rest) { return a + '|' + rest.join() + '|' + Array.isArray(rest) + rest.length; } console.log(r(), r(1), r(1, 2, 3), r.length);   // expect: undefined||true0 1||true0 1|2,3|true2 1
console.log(((...all) => all.length)(1, 2, 3), (function (...all) { all.push('x'); return arguments.length + all.length; })(1, 2));   // expect: 3 5
function sum(a, b, c) { return a + b + c; } console.log(sum(...[1, 2, 3]), sum(...[1], ...[2], 3), sum(1, ...[], 2, ...new Set([7])), sum(...'abc'));   // expect: 6 6 10 abc
console.log([...[1, 2], ...'ab', ...new Map([[1, 2]]).values()].join(), [...[, 1]].length, 0 in [...[,]], [...[]].length);   // expect: 1,2,a,b,2 2 true 0
function P(x, y) { this.s = x + y; this.n = arguments.length; } console.log(new P(...[1, 2]).s, new P(...[1], ...[2, 3]).n, new Date(...[2020, 5, 1]).getMonth());   // expect: 3 3 5
var o = {...{a: 1, b: 2}, b: 3, ...null, ...undefined, ...5, ...'hi', ...[9]}; console.log(JSON.stringify(o), Object.keys({...Object.create({inherited: 1})}).length);   // expect: {"0":9,"1":"i","a":1,"b":3} 0
var calls = []; var src = {get g() { calls.push('get'); return 'value'; }}; var copy = {...src}; src.g; console.log(calls.length, Object.getOwnPropertyDescriptor(copy, 'g').value);   // expect: 2 value
console.log({...{x: 1}, set x(v) {}}.x, {set x(v) { throw 1; }, ...{x: 2}}.x, ({__proto__: {p: 1}, ...{q: 2}}).p, Object.keys({...{['__proto__']: 1}}).join());   // expect: undefined 2 1 __proto__
try { sum(...5); } catch (e) { console.log(e.name); }   // expect: TypeError
try { [...{}]; } catch (e) { console.log(e.message); }   // expect: {} is not iterable
var it = {[Symbol.iterator]: function () { var i = 0; return {next: function () { return {done: i > 2, value: i++}; }}; }}; console.log([...it].join(), Math.max(...it, 10), r(...it));   // expect: 0,1,2 10 0|1,2|true2
console.log(Math.max(...new Array(5000).fill(1), 2), [].concat(...[[1], [2, 3]]).join(), String.fromCharCode(...[72, 105]));   // expect: 2 1,2,3 Hi
var m = {f: function (...a) { return this.k + a.join(''); }, k: 'k'}; console.log(m.f(...[1, 2]), m['f'](...'ab'), m.f?.(...[3]));   // expect: k12 kab k3
