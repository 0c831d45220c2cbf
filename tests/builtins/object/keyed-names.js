// Properties by computed names, many shapes at one place, and prototypes that change meanwhile.
function read(o, k) { return o[k]; }
function write(o, k, v) { o[k] = v; return o[k]; }
function method(o) { return o.say(); }
function name(n) { return 'na' + n; }                    // not internalized
var log = [];
var base = {get na1() { return 'got'; }, set na2(v) { log.push(v); }};
Object.defineProperty(base, 'na3', {value: 'fixed'});
var o = Object.create(base);
console.log(read(o, name('me')), read(o, name(1)), read(o, name(3)));   // expect: undefined got fixed
console.log(write(o, name(2), 5), log.join(), write(o, name(3), 6), Object.keys(o).length);   // expect: undefined 5 fixed 0
console.log(write(o, name('me'), 7), Object.keys(o).join(), write(o, String(1), 8), o[1], read(o, '1'));   // expect: 7 name 8 8 8
console.log(write(Object.freeze({name: 1}), name('me'), 2), write(Object.preventExtensions({}), name('me'), 2));   // expect: 1 undefined
console.log(write([1, 2], 'len' + 'gth', 1), read('abc', 'len' + 'gth'), read(function f(a, b) {}, 'len' + 'gth'), read([4], '0'));   // expect: 1 3 2 4
console.log(read(new Uint8Array(2), '-' + '0'), write(new Uint8Array(2), '1.5', 3), write(new Uint8Array(2), name('me'), 3));   // expect: undefined undefined 3
var dictionary = {};
for (var i = 0; i < 400; i++) write(dictionary, name(i), i);
delete dictionary.na7;
Object.defineProperty(dictionary, 'na8', {get: function () { return 'getter'; }});
Object.defineProperty(dictionary, 'na9', {value: 9, writable: false});
console.log(read(dictionary, name(7)), read(dictionary, name(8)), write(dictionary, name(9), 1), write(dictionary, name(10), 1), dictionary.na399);   // expect: undefined getter 9 1 399

// at one place more shapes than a cache holds
var objects = [];
function Base() {}
Base.prototype.say = function () { return 'base'; };
for (i = 0; i < 12; i++) { var x = new Base(); x['p' + i] = i; x.v = i; objects.push(x); }
function all() { var s = ''; for (var j = 0; j < 3; j++) s = objects.map(method).join(''); return s; }
function sum() { var s = 0; for (var j = 0; j < 12; j++) { objects[j].v = objects[j].v + 1; s += objects[j].v; } return s; }
console.log(all() === 'base'.repeat(12), sum(), sum());   // expect: true 78 90
Object.prototype.say = function () { return 'root'; };
delete Base.prototype.say;
console.log(all() === 'root'.repeat(12));                 // expect: true
Base.prototype.other = 1;
Base.prototype.say = function () { return 'again'; };
console.log(all() === 'again'.repeat(12));                // expect: true
Object.defineProperty(Base.prototype, 'say', {get: function () { return function () { return 'got'; }; }});
console.log(all() === 'got'.repeat(12));                  // expect: true
delete Base.prototype.say;
delete Object.prototype.say;
try { all(); } catch (e) { console.log(e.message); }      // expect: o.say is not a function
Object.defineProperty(objects[3], 'v', {writable: false});
console.log(sum(), objects[3].v);                         // expect: 101 5
objects[4].v = {};
Object.freeze(objects[5]);
console.log(sum() === sum(), objects[5].v);               // expect: false 8
// callbacks that change the array
console.log([1, , 3].map(function (v, i, a) { a[i + 1] = 9; return v; }).join(), [1, 2, 3].find(function (v, i, a) { a.length = 1; return i === 2; }));   // expect: 1,9,9 undefined
console.log([, 1, , 2].reduce(function (a, b, i) { return a + ':' + b + i; }), [3, , 4].reduceRight(function (a, b, i) { return a + ':' + b + i; }), [].findLast(Boolean), [5, 6].findLastIndex(Boolean));   // expect: 1:23 4:30 undefined 1
