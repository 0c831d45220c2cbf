// %s uses an object's own toString, but not a builtin one.
console.log('%s', {toString: function () { return 'TS'; }});   // expect: TS
console.log('%s', Object.create({toString: function () { return 'inherited'; }}));   // expect: inherited
console.log('%s', Object.create(null));   // expect: [Object: null prototype] {}
console.log('%s', [function () {}]);   // expect: [ [Function (anonymous)] ]
console.log('%s', new (function Cls() { this.a = {b: {c: 1}}; })());   // expect: Cls { a: [Object] }
function WithToString() {}
WithToString.prototype.toString = function () { return 'from class'; };
console.log('%s', new WithToString());   // expect: from class
console.log('%s', {[Symbol.toPrimitive]: function () { return 'prim'; }});   // expect: prim
console.log('%s', {toString: 5}, '%s');   // expect: { toString: 5 } %s
