// Options of util.inspect.
var inspect = require('util').inspect;
var deep = {a: {b: {c: {d: {}}}}};
console.log(inspect(deep, {depth: 0}), inspect(deep, {depth: null}), inspect(deep, {depth: Infinity}), inspect(deep, false, 0));
// expect: { a: [Object] } {
// expect:   a: { b: { c: { d: {} } } }
// expect: } {
// expect:   a: { b: { c: { d: {} } } }
// expect: } { a: [Object] }
console.log(inspect({a: 1, b: {c: 2}}, {compact: false}));
// expect: {
// expect:   a: 1,
// expect:   b: {
// expect:     c: 2
// expect:   }
// expect: }
console.log(inspect({a: 1, b: {c: 2, d: [1, 2, 3]}}, {compact: true}));
// expect: { a: 1, b: { c: 2, d: [ 1, 2, 3 ] } }
console.log(inspect({a: 1, b: {c: 2, d: {e: {f: 1}}}}, {compact: 1, depth: 9}));
// expect: {
// expect:   a: 1,
// expect:   b: {
// expect:     c: 2,
// expect:     d: {
// expect:       e: { f: 1 }
// expect:     }
// expect:   }
// expect: }
console.log(inspect({b: 1, a: 2, c: {z: 1, y: 2}}, {sorted: true}));   // expect: { a: 2, b: 1, c: { y: 2, z: 1 } }
console.log(inspect([3, 2, 1], {maxArrayLength: 2}), inspect([1, 2, 3], {maxArrayLength: 0}), inspect([1, 2], {maxArrayLength: null}));
// expect: [ 3, 2, ... 1 more item ] [ ... 3 more items ] [ 1, 2 ]
console.log(inspect({a: {b: 1}, c: [1, 2, 3]}, {breakLength: 10}));
// expect: {
// expect:   a: {
// expect:     b: 1
// expect:   },
// expect:   c: [
// expect:     1,
// expect:     2,
// expect:     3
// expect:   ]
// expect: }
console.log(inspect({a: {b: 1}, c: [1, 2, 3]}, {breakLength: Infinity, compact: false}));
// expect: {
// expect:   a: {
// expect:     b: 1
// expect:   },
// expect:   c: [
// expect:     1,
// expect:     2,
// expect:     3
// expect:   ]
// expect: }
console.log(inspect({get a() { return 1; }, set b(x) {}, get c() { return {x: 1}; }, get d() { throw new Error('no'); }}, {getters: true}));
// expect: {
// expect:   a: [Getter: 1],
// expect:   b: [Setter],
// expect:   c: [Getter] { x: 1 },
// expect:   d: [Getter: <Inspection threw (no)>]
// expect: }
console.log(inspect({get a() { return 1; }, get b() { return null; }, set b(x) {}}, {getters: 'get'}), inspect({get b() { return null; }, set b(x) {}}, {getters: 'set'}));
// expect: { a: [Getter: 1], b: [Getter/Setter] } { b: [Getter/Setter: null] }
console.log(inspect([1, , 3], {showHidden: true}), inspect({a: 1}, {showHidden: true}));
// expect: [ 1, <1 empty item>, 3, [length]: 3 ] { a: 1 }
console.log(inspect(Object.defineProperty({}, 'h', {value: 1}), {showHidden: true}));   // expect: { [h]: 1 }
console.log(inspect([123456789.12345, -1234, 123, 1e21, 0.1234567], {numericSeparator: true}));
// expect: [ 123_456_789.123_45, -1_234, 123, 1e+21, 0.123_456_7 ]
console.log(inspect.defaultOptions);
// expect: {
// expect:   showHidden: false,
// expect:   depth: 2,
// expect:   colors: false,
// expect:   customInspect: true,
// expect:   showProxy: false,
// expect:   maxArrayLength: 100,
// expect:   maxStringLength: 10000,
// expect:   breakLength: 80,
// expect:   compact: 3,
// expect:   sorted: false,
// expect:   getters: false,
// expect:   numericSeparator: false
// expect: }
inspect.defaultOptions = {depth: 0};
console.log(inspect(deep), {a: {}});   // expect: { a: [Object] } { a: {} }
