// What a path can go through: elements, Maps and Sets, accessors, bound functions, prototypes, listeners, symbols.
var heap = require('nodule:heap'), EventEmitter = require('events');
function path(value) { return heap.retainers(value).text; }

global.list = [0, 1, {}, {a: [{}]}];
console.log(path(list[2]));                  // expect: global → list → [2]
console.log(path(list[3].a[0]));             // expect: global → list → [3] → a → [0]
global.sparse = [];
sparse[4000000] = {};
console.log(path(sparse[4000000]));          // expect: global → sparse → [4000000]
global.map = new Map([['k', {}], [3, {}], [null, {}]]);
console.log(path(map.get('k')));             // expect: global → map → value of Map under 'k'
console.log(path(map.get(3)));               // expect: global → map → value of Map under 3
console.log(path(map.get(null)));            // expect: global → map → value of Map under null
global.set = new Set();
(function () { var o = {x: 1}; set.add(o); global.probe = o; })();
var probe = global.probe;
delete global.probe;
(function () { var o = probe; probe = null; console.log(path(o)); })();   // expect: global → set → key of Map or Set: Object
global.accessors = Object.defineProperty({}, 'x', {get: function x() { }, set: function setX(v) { }, configurable: true});
var pair = Object.getOwnPropertyDescriptor(accessors, 'x');
console.log(path(pair.set));                 // expect: global → accessors → setter x → closure setX
console.log(path(pair.get));                 // expect: global → accessors → getter x → closure x
global.bound = function f() { }.bind({}, {first: 1});
console.log(path(bound));                    // expect: global → bound
function Animal() { }
Animal.prototype.legs = {};
global.Animal = Animal;
console.log(path(Animal.prototype.legs));    // expect: global → closure Animal → prototype → legs
global.emitter = new EventEmitter();
emitter.on('data', (function () { var buffer = {}; global.read = function () { return buffer; }; return function onData() { return buffer; }; })());
var read = global.read;
delete global.read;
(function () { var buffer = read(); read = null; console.log(path(buffer)); })();   // expect: global → emitter → listener of 'data' → closure onData → context variable buffer
global.symbols = {};
symbols[Symbol('key')] = {};
console.log(path(symbols[Object.getOwnPropertySymbols(symbols)[0]]));   // expect: global → symbols → Symbol(key)
global.dictionary = {a: {}, b: {}};
delete dictionary.a;
console.log(path(dictionary.b));             // expect: global → dictionary → b
global.many = {};
for (var i = 0; i < 300; i++) many['p' + i] = i === 299 ? {} : i;
console.log(path(many.p299));                // expect: global → many → p299
global.texts = {rope: 'left half of the text ' + process.pid, object: new String('boxed text')};
console.log(path(texts.rope));               // expect: global → texts → rope
global.mapped = (function (a) { a = {}; return arguments; })(1);
console.log(path(mapped[0]));                // expect: global → mapped → context variable a
