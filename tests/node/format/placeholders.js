// util.format and console.log with placeholders.
var util = require('util');
console.log('%s|%s|%s|%s|%s', 'a', 1, -0, null, undefined);   // expect: a|1|-0|null|undefined
console.log('%s %s %s', {a: 1}, [1, [2, [3]]], function f() {});   // expect: { a: 1 } [ 1, [Array] ] function f() {}
console.log('%d %d %d %d', '42', 'x', 1.5, {});   // expect: 42 NaN 1.5 NaN
console.log('%i %i %i', 42.9, '3.7px', 'x');   // expect: 42 3 NaN
console.log('%f %f', '1.5abc', 'x');   // expect: 1.5 NaN
console.log('%o', [1, 2]);   // expect: [ 1, 2, [length]: 2 ]
console.log('%o', {a: {b: {c: {d: {e: 1}}}}});
// expect: {
// expect:   a: {
// expect:     b: { c: { d: { e: 1 } } }
// expect:   }
// expect: }
console.log('%O', {a: {b: {c: {d: 1}}}});   // expect: { a: { b: { c: [Object] } } }
console.log('%c styled', 'css');   // expect:  styled
console.log('100%', 1); console.log('%% %s', 'a'); console.log('%%'); console.log('%x %s', 1, 2);
// expect: 100% 1
// expect: % a
// expect: %%
// expect: %x 1 2
console.log('%s', 'a', 'b', {c: 1}); console.log('a', 'b', 3); console.log('%s'); console.log('%s %s', 'only'); console.log('%', 1);
// expect: a b { c: 1 }
// expect: a b 3
// expect: %s
// expect: only %s
// expect: % 1
console.log('%s', Symbol('x')); console.log('%d', Symbol('x')); console.log('%i %f', Symbol('x'), Symbol('y'));
// expect: Symbol(x)
// expect: NaN
// expect: NaN NaN
console.log(util.format(1, 2, '3'), util.format({a: 1}, 'x'), [util.format(), util.format(''), util.format('', 1), util.format('%%')]);
// expect: 1 2 3 { a: 1 } x [ '', '', ' 1', '%%' ]
console.log('%s %d %i %f', -0, -0, -0.5, -0);   // expect: -0 -0 -0 0
console.log('a\nb', {a: 'a\nb'});
// expect: a
// expect: b { a: 'a\nb' }
console.log('%s%%%s', 1, 2, '%s', 3);   // expect: 1%2 %s 3
console.log(util.formatWithOptions({compact: false}, '%O', {a: 1}), util.formatWithOptions({depth: 0}, {a: {b: 1}}));
// expect: {
// expect:   a: 1
// expect: } { a: [Object] }
