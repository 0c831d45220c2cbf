// indexOf, lastIndexOf, includes, startsWith and endsWith with positions; concat.
var s = 'abracadabra';
console.log(s.indexOf('a'), s.indexOf('bra'), s.indexOf('bra', 2), s.indexOf('x'), s.indexOf(''), s.indexOf('', 5), s.indexOf('', 99), s.indexOf('a', -5));  // expect: 0 1 8 -1 0 5 11 0
console.log(s.lastIndexOf('a'), s.lastIndexOf('bra'), s.lastIndexOf('bra', 7), s.lastIndexOf('a', 0), s.lastIndexOf(''), s.lastIndexOf('x'), s.lastIndexOf('a', NaN), s.lastIndexOf('a', -1));  // expect: 10 8 1 0 11 -1 10 0
console.log(s.includes('cad'), s.includes('cad', 5), s.includes(''), s.includes('z'), 'undefined'.includes(), '12'.includes(2));  // expect: true false true false true true
console.log(s.startsWith('abra'), s.startsWith('bra', 1), s.startsWith('bra'), s.startsWith(''), s.startsWith('', 99), s.startsWith('abracadabrab'));  // expect: true true false true true false
console.log(s.endsWith('abra'), s.endsWith('cad', 7), s.endsWith(''), s.endsWith('abra', 4), s.endsWith('x'), s.endsWith('', 0));  // expect: true true true true false true
var w = 'x\u2603y\u2603z';
console.log(w.indexOf('\u2603'), w.indexOf('\u2603', 2), w.lastIndexOf('\u2603'), w.indexOf('z'), 'xyz'.indexOf('\u2603'), w.indexOf('y\u2603'), w.includes('\u2603z'));  // expect: 1 3 3 4 -1 2 true
console.log('aaaaaaaaab'.indexOf('aab'), 'a'.indexOf('aa'), ''.indexOf(''), ''.lastIndexOf('x'), 'null'.indexOf(null));  // expect: 7 -1 0 -1 0
console.log('aXbX'.concat('1', 2, null, undefined, [3]), 'a'.concat());  // expect: aXbX12nullundefined3 a
