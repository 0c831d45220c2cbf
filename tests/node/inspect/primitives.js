// Primitives and how strings are quoted.
console.log(1, -1, 1.5, 0, -0, NaN, Infinity, -Infinity, 1e21, 1e-7, true, false, null, undefined, 'str');
// expect: 1 -1 1.5 0 -0 NaN Infinity -Infinity 1e+21 1e-7 true false null undefined str
console.log(['a', "it's", "it's \"q\"", "it's \"q\" `b`", "it's \"q\" ${x}", '`', '"']);
// expect: [
// expect:   'a',
// expect:   "it's",
// expect:   `it's "q"`,
// expect:   'it\'s "q" `b`',
// expect:   'it\'s "q" ${x}',
// expect:   '`',
// expect:   '"'
// expect: ]
console.log(['\n\t\r\b\f\v\\', '\x00\x1f\x7f\x9f', '\ud83d\ude00']);
// expect: [ '\n\t\r\b\f\x0B\\', '\x00\x1F\x7F\x9F', '😀' ]
console.log(['\ud800', '\udc00x', 'a\ud800']);   // expect: [ '\ud800', '\udc00x', 'a\ud800' ]
console.log([1, -0, NaN, null, undefined, true]);   // expect: [ 1, -0, NaN, null, undefined, true ]
console.log(Symbol('a'), Symbol(), [Symbol('b')], Symbol.iterator);
// expect: Symbol(a) Symbol() [ Symbol(b) ] Symbol(Symbol.iterator)
