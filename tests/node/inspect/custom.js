// An object's own inspect function.
var util = require('util'), custom = {};
custom[util.inspect.custom] = function (depth, options, inspect) { return 'CUSTOM ' + depth + ' ' + typeof options.stylize + ' ' + (inspect === util.inspect); };
console.log(custom, [custom], {a: {b: custom}});
// expect: CUSTOM 2 function true [ CUSTOM 1 function true ] { a: { b: CUSTOM 0 function true } }
custom[util.inspect.custom] = function () { return {x: 1, y: [1, 2]}; };
console.log(custom, {a: custom});   // expect: { x: 1, y: [ 1, 2 ] } { a: { x: 1, y: [ 1, 2 ] } }
custom[util.inspect.custom] = function () { return 'multi\nline'; };
console.log({a: {b: custom}});
// expect: {
// expect:   a: {
// expect:     b: multi
// expect:     line
// expect:   }
// expect: }
custom[util.inspect.custom] = function (d, o) { return o.stylize('styled', 'special') + o.depth + o.foo; };
console.log(util.inspect(custom, {foo: 5}), util.inspect({a: custom}, {depth: null}));
// expect: styled25 { a: stylednullundefined }
custom[util.inspect.custom] = 5;
console.log(custom);   // expect: { [Symbol(nodejs.util.inspect.custom)]: 5 }
custom[util.inspect.custom] = function () { return this; };
console.log(Object.keys(custom).length, util.inspect(custom, {customInspect: false}));
// expect: 0 { [Symbol(nodejs.util.inspect.custom)]: [Function (anonymous)] }
custom[util.inspect.custom] = function () { throw new TypeError('from inspect'); };
try { console.log(custom); } catch (e) { console.log(e.message); }   // expect: from inspect
console.log(Symbol.for('nodejs.util.inspect.custom') === util.inspect.custom);   // expect: true
