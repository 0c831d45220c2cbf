// Symbols as keys, and Symbol.toStringTag.
var sym = {};
sym[Symbol('k')] = 1; sym[Symbol()] = {a: 1}; sym[Symbol('a b')] = 2; sym[Symbol("it's\n")] = 3;
console.log(sym);
// expect: {
// expect:   [Symbol(k)]: 1,
// expect:   [Symbol()]: { a: 1 },
// expect:   [Symbol(a b)]: 2,
// expect:   [Symbol(it\'s\n)]: 3
// expect: }
var tagged = {};
tagged[Symbol.toStringTag] = 'Tag';
console.log(tagged);   // expect: { [Symbol(Symbol.toStringTag)]: 'Tag' }
function Tagged() {}
Object.defineProperty(Tagged.prototype, Symbol.toStringTag, {get: function () { return 'TT'; }});
console.log(new Tagged());   // expect: Tagged [TT] {}
console.log(Object.defineProperty({}, Symbol.toStringTag, {value: 'Hidden'}));   // expect: Object [Hidden] {}
console.log(Math);   // expect: Object [Math] {}
