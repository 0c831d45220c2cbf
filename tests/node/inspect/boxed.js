// Boxed primitives and arguments.
console.log(new Number(3), new String('abc'), new Boolean(false), Object(Symbol('q')), new Number(-0), [new String('x')]);
// expect: [Number: 3] [String: 'abc'] [Boolean: false] [Symbol: Symbol(q)] [Number: -0] [ [String: 'x'] ]
console.log(Object.assign(new Number(3), {a: 1}), Object.assign(new String('ab'), {z: 1}), Object.assign(new Boolean(true), {q: [1]}));
// expect: [Number: 3] { a: 1 } [String: 'ab'] { z: 1 } [Boolean: true] { q: [ 1 ] }
(function () { console.log(arguments, [arguments]); })(1, 2, 'x');
// expect: [Arguments] { '0': 1, '1': 2, '2': 'x' } [ [Arguments] { '0': 1, '1': 2, '2': 'x' } ]
(function () { console.log(arguments); })();   // expect: [Arguments] {}
