// Colours, with the escape character shown as ^.
var inspect = require('util').inspect;
function show(value) { console.log(inspect(value, {colors: true}).split('\x1b').join('^')); }
show({a: 1, b: 'x', c: [1, null, undefined], d: Symbol('s'), e: function () {}, f: true, 'g-h': 0});
// expect: {
// expect:   a: ^[33m1^[39m,
// expect:   b: ^[32m'x'^[39m,
// expect:   c: [ ^[33m1^[39m, ^[1mnull^[22m, ^[90mundefined^[39m ],
// expect:   d: ^[32mSymbol(s)^[39m,
// expect:   e: ^[36m[Function: e]^[39m,
// expect:   f: ^[33mtrue^[39m,
// expect:   ^[32m'g-h'^[39m: ^[33m0^[39m
// expect: }
show([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(String));
// expect: [
// expect:   ^[32m'1'^[39m,  ^[32m'2'^[39m, ^[32m'3'^[39m,
// expect:   ^[32m'4'^[39m,  ^[32m'5'^[39m, ^[32m'6'^[39m,
// expect:   ^[32m'7'^[39m,  ^[32m'8'^[39m, ^[32m'9'^[39m,
// expect:   ^[32m'10'^[39m
// expect: ]
show({a: {b: {c: {}}}}, [1, , 3]);   // expect: { a: { b: { c: {} } } }
var o = {};
o.o = o;
show(o);   // expect: ^[36m<ref *1>^[39m { o: ^[36m[Circular *1]^[39m }
show([, 1]);   // expect: [ ^[90m<1 empty item>^[39m, ^[33m1^[39m ]
show({get a() { return 1; }});   // expect: { a: ^[36m[Getter]^[39m }
show(new Number(1));   // expect: ^[33m[Number: 1]^[39m
