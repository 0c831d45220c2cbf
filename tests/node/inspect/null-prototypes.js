// Objects whose prototype was taken away still show what they are.
console.log(Object.setPrototypeOf(/x\/y/g, null));   // expect: [RegExp: null prototype] /x\/y/g
console.log(Object.assign(Object.setPrototypeOf(/x/y, null), {a: 1}));   // expect: [RegExp: null prototype] /x/y { a: 1 }
var own = Object.defineProperty(/a/g, 'source', {value: 'SOURCE'});
console.log(own);   // expect: /SOURCE/g
console.log(Object.setPrototypeOf(own, null));   // expect: [RegExp: null prototype] /a/g
console.log(Object.setPrototypeOf([].keys(), null));   // expect: [Array Iterator: null prototype] {}
console.log((function () { return Object.setPrototypeOf(arguments, null); })(1));   // expect: [Arguments: null prototype] { '0': 1 }
