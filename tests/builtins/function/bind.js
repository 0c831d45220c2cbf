// bind: this, leading arguments, name and length, construction, nesting.
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
function add(a, b, c) { return [this.base, a, b, c].join(); }
var o = {base: 'o'}, b1 = add.bind(o, 1), b2 = b1.bind({base: 'ignored'}, 2);
console.log(b1(5), b2(6), b2.call({base: 'no'}, 7, 8), b1.apply(null, [9]));   // expect: o,1,5, o,1,2,6 o,1,2,7 o,1,9,
console.log(b1.name, b2.name, b1.length, b2.length, add.bind().length, add.bind(0, 1, 2, 3, 4).length, (() => 1).bind().name, (function () {}).bind().name);   // expect: bound add bound bound add 2 1 3 0 bound  bound
console.log('prototype' in b1, typeof b1, Object.getOwnPropertyNames(b1).join(), Object.getPrototypeOf(b1) === Function.prototype);   // expect: false function length,name true
console.log(JSON.stringify(Object.getOwnPropertyDescriptor(b1, 'name')), JSON.stringify(Object.getOwnPropertyDescriptor(b1, 'length')));   // expect: {"value":"bound add","writable":false,"enumerable":false,"configurable":true} {"value":2,"writable":false,"enumerable":false,"configurable":true}
function Point(x, y) { this.x = x; this.y = y; this.isNew = new.target === Point; }
var P = Point.bind({no: 1}, 1), p = new P(2);
console.log(p.x, p.y, p.isNew, p instanceof Point, p instanceof P, p.constructor === Point, Object.keys(p).join());   // expect: 1 2 true true true true x,y,isNew
var d = new Date(2020, 0, 1), year = d.getFullYear.bind(d); console.log(year(), Math.max.bind(null, 5)(3, 9), [].slice.call.bind([].slice)([1, 2, 3], 1).join());   // expect: 2020 9 2,3
var f = function () {}; Object.defineProperty(f, 'length', {value: 7.9}); Object.defineProperty(f, 'name', {value: 5}); console.log(f.bind(0, 1).length, f.bind().name === 'bound ');   // expect: 6 true
Object.defineProperty(f, 'length', {value: Infinity}); console.log(f.bind(0, 1).length);   // expect: Infinity
Object.defineProperty(f, 'length', {value: '3'}); console.log(f.bind().length);   // expect: 0
t(function () { return Function.prototype.bind.call({}); });   // expect: TypeError: Bind must be called on a function
t(function () { return new ((() => 1).bind())(); });   // expect: TypeError: (intermediate value).bind(...) is not a constructor
t(function () { return Object.setPrototypeOf(function () {}, null) && Object.getPrototypeOf(Function.prototype.bind.call(Object.setPrototypeOf(function () {}, null))); });   // expect: null
