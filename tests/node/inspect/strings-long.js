// Long strings: split behind newlines, cut at maxStringLength.
var util = require('util');
var long = 'x'.repeat(100);
console.log([long], {a: long}, {a: long, b: long}, [long, long]);
// expect: [
// expect:   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
// expect: ] {
// expect:   a: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
// expect: } {
// expect:   a: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
// expect:   b: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
// expect: } [
// expect:   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
// expect:   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
// expect: ]
console.log({a: 'line1\nline2', b: 'l'.repeat(80) + '\n' + 'm'.repeat(80)});
// expect: {
// expect:   a: 'line1\nline2',
// expect:   b: 'llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll\n' +
// expect:     'mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm'
// expect: }
console.log(['abc\ndef'], 'abc\ndef');
// expect: [ 'abc\ndef' ] abc
// expect: def
console.log(util.inspect('x'.repeat(30), {maxStringLength: 10}), util.inspect('x'.repeat(11), {maxStringLength: 10}));
// expect: 'xxxxxxxxxx'... 20 more characters 'xxxxxxxxxx'... 1 more character
console.log(util.inspect(('y'.repeat(30) + '\n').repeat(4)));
// expect: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n' +
// expect:   'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n' +
// expect:   'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n' +
// expect:   'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n'
