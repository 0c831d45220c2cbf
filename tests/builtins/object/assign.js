// Object.assign: order, getters and setters, symbols, primitives, errors part of the way.
var log = [];
var target = {set x(v) { log.push('set x ' + v); }};
var source = {get x() { log.push('get x'); return 1; }, y: 2};
console.log(Object.assign(target, source, null, undefined, 'ab', 5, true) === target, log.join(), JSON.stringify(target));   // expect: true get x,set x 1 {"0":"a","1":"b","y":2}
console.log(Object.assign({}, {[Symbol.for('s')]: 1})[Symbol.for('s')], typeof Object.assign(1), Object.assign([1, 2, 3], [4, 5]).join());   // expect: 1 object 4,5,3
var hidden = Object.create({inherited: 1}, {own: {value: 1, enumerable: true}, not: {value: 2}}); console.log(JSON.stringify(Object.assign({}, hidden)));   // expect: {"own":1}
try { Object.assign(null, {}); } catch (e) { console.log(e.message); }   // expect: Cannot convert undefined or null to object
var half = {}; try { Object.assign(half, {a: 1, get b() { throw new Error('b'); }, c: 3}); } catch (e) { console.log(e.message, JSON.stringify(half)); }   // expect: b {"a":1}
try { Object.assign(Object.freeze({a: 1}), {a: 2}); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError Cannot assign to read only property 'a' of object '#<Object>'
try { Object.assign('abc', {0: 'x'}); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError Cannot assign to read only property '0' of object '[object String]'
console.log(Object.assign.length, Object.assign.name);   // expect: 2 assign
