// What cannot be iterated, called or converted, in V8's words.
function t(f) { try { f(); console.log('no error'); } catch (e) { console.log(e.name + ': ' + e.message); } }
var nothing, object = {}, o = {g: function () {}};
var bare = {[Symbol.iterator]: function () { return {}; }}, number = {[Symbol.iterator]: function () { return {next: 1}; }};
t(function () { [...nothing]; });   // expect: TypeError: nothing is not iterable
t(function () { [...object]; });   // expect: TypeError: object is not iterable
t(function () { [...bare]; });   // expect: TypeError: bare is not iterable
t(function () { [...o.f()]; });   // expect: TypeError: o.f is not a function or its return value is not iterable
t(function () { [1, ...o.g(), 2]; });   // expect: TypeError: o.g is not a function or its return value is not iterable
t(function () { for (var x of o.f()) ; });   // expect: TypeError: o.f is not a function or its return value is not iterable
t(function () { for (var x of o.g()) ; });   // expect: TypeError: o.g is not a function or its return value is not iterable
t(function () { for (var x of o.f()()) ; });   // expect: TypeError: o.f is not a function
t(function () { for (var x of number) ; });   // expect: TypeError: number 1 is not a function
t(function () { Math.max(...nothing); });   // expect: TypeError: nothing is not iterable (cannot read property undefined)
t(function () { Math.max(1, ...null); });   // expect: TypeError: null is not iterable (cannot read property null)
t(function () { Math.max(...5); });   // expect: TypeError: Spread syntax requires ...iterable[Symbol.iterator] to be a function
t(function () { new Array(...object); });   // expect: TypeError: Spread syntax requires ...iterable[Symbol.iterator] to be a function
t(function () { Math.max(...o.f()); });   // expect: TypeError: o.f is not a function
t(function () { Math.max(...nothing, 1); });   // expect: TypeError: undefined is not iterable (cannot read property Symbol(Symbol.iterator))
t(function () { nothing[Symbol.iterator]; });   // expect: TypeError: undefined is not iterable (cannot read property Symbol(Symbol.iterator))
t(function () { nothing[[]]; });   // expect: TypeError: Cannot read properties of undefined
t(function () { new Set(true); });   // expect: TypeError: boolean true is not iterable (cannot read property Symbol(Symbol.iterator))
t(function () { new Set(Symbol('s')); });   // expect: TypeError: symbol is not iterable (cannot read property Symbol(Symbol.iterator))
t(function () { new Set(number); });   // expect: TypeError: number 1 is not a function
t(function () { ({[Symbol.toPrimitive]: 'str'}) + 1; });   // expect: TypeError: string "str" is not a function
t(function () { o.g.call.call(1); });   // expect: TypeError: o.g.call.call is not a function
t(function () { o.g.apply.apply({}, []); });   // expect: TypeError: o.g.apply.apply is not a function
t(function () { o.g.apply(null, {length: 1e10}); });   // expect: RangeError: Invalid array length

function iterator(more) { return {[Symbol.iterator]: function () { return Object.assign({next: function () { return {}; }}, more); }}; }
t(function () { for (var x of iterator({return: 1})) break; });   // expect: TypeError: number 1 is not a function
t(function () { for (var x of iterator({return: function () { return 1; }})) break; });   // expect: TypeError: Iterator result 1 is not an object
t(function () { return null[Symbol.iterator]; });   // expect: TypeError: object null is not iterable (cannot read property Symbol(Symbol.iterator))
t(function () { return undefined[Symbol.iterator]; });   // expect: TypeError: undefined is not iterable (cannot read property Symbol(Symbol.iterator))
