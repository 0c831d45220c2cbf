// Map: get, set, has, delete, clear, size, and which keys are the same.
var m = new Map(), o = {}, f = function () {}, s = Symbol('s');
console.log(m.set('a', 1) === m, m.get('a'), m.get('b'), m.has('a'), m.has('b'), m.size, m.delete('a'), m.delete('a'), m.size);   // expect: true 1 undefined true false 1 true false 0
m.set(NaN, 'nan').set(0, 'zero').set('0', 'text').set(o, 'object').set(f, 'function').set(s, 'symbol').set(undefined, 'undefined').set(null, 'null').set(true, 'true');
console.log(m.get(NaN), m.get(0 / 0), m.get(-0), m.get('0'), m.get(o), m.get({}), m.get(f), m.get(s), m.get(Symbol('s')), m.get(), m.get(null), m.get(true), m.get(false), m.size);   // expect: nan nan zero text object undefined function symbol undefined undefined null true undefined 9
m.set(-0, 'minus'); console.log(m.get(0), 1 / Array.from(m.keys())[1], new Map([[-0, 1]]).keys().next().value === 0);   // expect: minus Infinity true
console.log(m.set(1.5, 'x').get(3 / 2), m.set(4294967296, 'y').get(Math.pow(2, 32)), m.set(0.5 + 0.5, 'one').get(1), m.get('1'));   // expect: x y one undefined
var text = 'some longer text'; console.log(m.set(text + '!', 1).get('some longer text!'), m.get(['some', 'longer', 'text!'].join(' ')), m.get(('xx' + text + '!yy').slice(2, -2)), m.set('caf\xe9', 2).get('caf' + String.fromCharCode(233)));   // expect: 1 1 1 2
console.log(m.set(('\u20acabcdefghijklmnopq').slice(1), 3).get('abcdefghijklmnopq'), m.has('abcdefghijklmnopQ'));   // expect: 3 false
m.clear(); console.log(m.size, m.get('a'), m.has(o), m.set(1, 2).size);   // expect: 0 undefined false 1
console.log(Object.prototype.toString.call(m), Map.prototype[Symbol.toStringTag], Map.length, Map.name);   // expect: [object Map] Map 0 Map
