// Date.prototype[Symbol.toPrimitive] and toJSON: hints, other receivers, errors.
var d = new Date(2013, 9, 7), toPrimitive = Symbol.toPrimitive;
console.log(d + 1 === d.toString() + 1, d - 1 === d.getTime() - 1, +d === d.getTime(), d > new Date(0), d == d.toString());   // expect: true true true true true
console.log(d[toPrimitive]('number') === d.getTime(), d[toPrimitive]('string') === String(d), d[toPrimitive]('default') === String(d));   // expect: true true true
console.log(Date.prototype[toPrimitive].call({valueOf: function () { return 4; }}, 'number'), Date.prototype[toPrimitive].length, Object.getOwnPropertyDescriptor(Date.prototype, toPrimitive).writable);   // expect: 4 1 false
function fails(f) { try { f(); } catch (e) { console.log(e.name + ': ' + e.message); } }
fails(function () { d[toPrimitive]('x'); });   // expect: TypeError: Invalid hint: x
fails(function () { d[toPrimitive](); });   // expect: TypeError: Invalid hint: undefined
fails(function () { Date.prototype[toPrimitive].call(1, 'number'); });   // expect: TypeError: Method Date.prototype [ @@toPrimitive ] called on incompatible receiver 1
fails(function () { Date.prototype[toPrimitive].call({toString: null, valueOf: null}, 'number'); });   // expect: TypeError: Cannot convert object to primitive value
console.log(Date.prototype.toJSON.call({toISOString: function () { return 5; }}), Date.prototype.toJSON.call({valueOf: function () { return NaN; }}));   // expect: 5 null
fails(function () { Date.prototype.toJSON.call({}); });   // expect: TypeError: toISOString is not a function
