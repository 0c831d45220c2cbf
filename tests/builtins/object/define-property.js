// Object.defineProperty: defaults, changes that are allowed and refused.
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
function show(o, k) { var d = Object.getOwnPropertyDescriptor(o, k); return d && Object.keys(d).map(function (n) { return n + '=' + (typeof d[n] === 'function' ? 'f' : String(d[n])); }).join(); }
var o = {};
Object.defineProperty(o, 'a', {value: 1}); console.log(show(o, 'a'));   // expect: value=1,writable=false,enumerable=false,configurable=false
Object.defineProperty(o, 'b', {get: function () { return 7; }, configurable: true}); console.log(show(o, 'b'), o.b);   // expect: get=f,set=undefined,enumerable=false,configurable=true 7
Object.defineProperty(o, 'b', {value: 2}); console.log(show(o, 'b'));   // expect: value=2,writable=false,enumerable=false,configurable=true
Object.defineProperty(o, 'b', {set: function (v) {}}); console.log(show(o, 'b'));   // expect: get=undefined,set=f,enumerable=false,configurable=true
o.c = 3; Object.defineProperty(o, 'c', {enumerable: false}); console.log(show(o, 'c'));   // expect: value=3,writable=true,enumerable=false,configurable=true
t(function () { return Object.defineProperty(o, 'a', {value: 2}); });   // expect: TypeError: Cannot redefine property: a
t(function () { return Object.defineProperty(o, 'a', {value: 1}) === o; });   // expect: true
t(function () { return Object.defineProperty(o, 'a', {enumerable: true}); });   // expect: TypeError: Cannot redefine property: a
t(function () { return Object.defineProperty(o, 'a', {get: undefined}); });   // expect: TypeError: Cannot redefine property: a
t(function () { return Object.defineProperty(1, 'a', {}); });   // expect: TypeError: Object.defineProperty called on non-object
t(function () { return Object.defineProperty({}, 'a', 1); });   // expect: TypeError: Property description must be an object: 1
t(function () { return Object.defineProperty({}, 'a'); });   // expect: TypeError: Property description must be an object: undefined
t(function () { return Object.defineProperty({}, 'a', {set: {}}); });   // expect: TypeError: Setter must be a function: #<Object>
t(function () { return Object.defineProperty(Object.freeze({}), 'x', {value: 1}); });   // expect: TypeError: Cannot define property x, object is not extensible
t(function () { return Object.defineProperty(Object.preventExtensions([]), 0, {value: 1}); });   // expect: TypeError: Cannot define property 0, object is not extensible
t(function () { return Object.defineProperty({}, Symbol('s'), {value: 1})[Symbol.iterator]; });   // expect: undefined
t(function () { return show(Object.defineProperty({}, '7', {value: 1, writable: true}), 7); });   // expect: value=1,writable=true,enumerable=false,configurable=false
t(function () { var n = Object.defineProperty({}, 'n', {value: NaN}); Object.defineProperty(n, 'n', {value: NaN}); return 'same NaN'; });   // expect: same NaN
t(function () { var z = Object.defineProperty({}, 'z', {value: 0}); Object.defineProperty(z, 'z', {value: -0}); });   // expect: TypeError: Cannot redefine property: z
t(function () { return show(Object.defineProperty({}, 'i', Object.create({value: 'inherited', enumerable: true})), 'i'); });   // expect: value=inherited,writable=false,enumerable=true,configurable=false
