// values, entries, fromEntries.
console.log(JSON.stringify(Object.entries({b: 1, a: 2, 1: 'x'})), Object.values('hi').join(), Object.values([5, , 6]).join());   // expect: [["1","x"],["b",1],["a",2]] h,i 5,6
console.log(JSON.stringify(Object.fromEntries([['a', 1], ['b', 2], ['a', 3]])));   // expect: {"a":3,"b":2}
console.log(JSON.stringify(Object.fromEntries(new Map([['k', 'v'], [1, 2]]))), JSON.stringify(Object.fromEntries(Object.entries({x: 1}))));   // expect: {"1":2,"k":"v"} {"x":1}
var seen = []; var o = {get a() { seen.push('a'); delete this.b; this.c = 1; return 'A'; }, b: 2, d: 4};
console.log(JSON.stringify(Object.entries(o)), seen.join());   // expect: [["a","A"],["d",4]] a
try { Object.fromEntries([1]); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError Iterator value 1 is not an entry object
try { Object.fromEntries(5); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError number 5 is not iterable (cannot read property Symbol(Symbol.iterator))
try { Object.fromEntries(); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError undefined is not iterable
try { Object.entries(null); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError Cannot convert undefined or null to object
var closed = 0; var it = {[Symbol.iterator]: function () { return {next: function () { return {value: 1, done: false}; }, return: function () { closed++; return {}; }}; }};
try { Object.fromEntries(it); } catch (e) { console.log(e.message, closed); }   // expect: Iterator value 1 is not an entry object 1
console.log(Object.values({a: {}, b: []}).length, Object.values(7).length);   // expect: 2 0
