// Functions, with and without names and properties.
function named() {}
console.log(named, function () {}, () => 1, (function () { return function inner() {}; })());
// expect: [Function: named] [Function (anonymous)] [Function (anonymous)] [Function: inner]
console.log({f: named, g: function () {}, h() {}, i: () => 0});
// expect: {
// expect:   f: [Function: named],
// expect:   g: [Function: g],
// expect:   h: [Function: h],
// expect:   i: [Function: i]
// expect: }
console.log([function () {}, named]);   // expect: [ [Function (anonymous)], [Function: named] ]
named.prop = 1;
console.log(named, [named]);   // expect: [Function: named] { prop: 1 } [ [Function: named] { prop: 1 } ]
console.log(Math.max, Object, Array, parseInt, console.log);
// expect: [Function: max] [Function: Object] [Function: Array] [Function: parseInt] [Function: log]
console.log(Object.assign(() => {}, {a: {b: {c: {}}}}));   // expect: [Function (anonymous)] { a: { b: { c: {} } } }
console.log(Object.setPrototypeOf(function np() {}, null));   // expect: [Function (null prototype): np]
console.log(function () {}.bind(null), named.bind(null));   // expect: [Function: bound ] [Function: bound named]
