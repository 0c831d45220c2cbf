// split at a string: limits, empty pieces, empty separator, Symbol.split.
console.log('a,b,c'.split(',').join('|'), 'a,b,c'.split(',').length, 'abc'.split('').join('|'), ''.split('').length, ''.split(',').length);  // expect: a|b|c 3 a|b|c 0 1
console.log('a,b,c'.split(',', 2).join('|'), 'a,b,c'.split(',', 0).length, 'abc'.split('', 2).join('|'), 'a,b,c'.split(',', -1).length);  // expect: a|b 0 a|b 3
console.log('a,b,c'.split().length, 'a,b,c'.split(undefined, 0).length, 'abc'.split('abc').join('|'), 'abc'.split('x').join('|'));  // expect: 1 0 | abc
console.log(',a,,b,'.split(',').join('|'), 'a--b--c'.split('--').join('|'), 'aundefinedb'.split(undefined).length, 'anullb'.split(null).join('|'));  // expect: |a||b| a|b|c 1 a|b
console.log('\u2603a\u2603'.split('\u2603').join('|'), '\ud83d\ude00'.split('').length, 'x\u2603'.split('').join('|'));  // expect: |a| 2 x|☃
var pieces = 'some quite long text here;and another long piece there;short'.split(';');
console.log(pieces[0], pieces[1].length, pieces[2]);  // expect: some quite long text here 28 short
var separator = {};
separator[Symbol.split] = function (s, limit) { return [s, limit]; };
console.log('abc'.split(separator, 7).join('|'));  // expect: abc|7
console.log(Array.isArray('a b'.split(' ')), '1 2 3'.split(' ').map(Number).join('+'));  // expect: true 1+2+3
