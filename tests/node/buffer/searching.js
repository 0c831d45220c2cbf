// indexOf, lastIndexOf, includes.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message + ' ' + e.code); } }
var a = Buffer.from('this is a buffer is');
console.log(a.indexOf('is'), a.indexOf('is', 3), a.indexOf(Buffer.from('buffer')), a.indexOf(97), a.indexOf(97 + 256), a.indexOf('zz'));
// expect: 2 5 10 8 8 -1
console.log(a.lastIndexOf('is'), a.lastIndexOf('is', 10), a.lastIndexOf('is', -5), a.indexOf('is', -4), a.indexOf('this', -100), a.lastIndexOf('this', -100));
// expect: 17 5 5 17 0 -1
console.log(a.indexOf(''), a.indexOf('', 5), a.indexOf('', 50), a.lastIndexOf(''), a.includes('this'), a.includes('xx'), a.includes('is', 18));
// expect: 0 5 19 19 true false false
console.log(a.indexOf('6973', 'hex'), a.indexOf('is', undefined), a.lastIndexOf('is', null), a.indexOf('is', {}), a.indexOf(99.9));
// expect: 2 2 -1 2 -1
console.log(Buffer.from('abcdef', 'ucs2').indexOf('c', 0, 'ucs2'), Buffer.from('abcabc', 'ucs2').lastIndexOf('b', undefined, 'ucs2'));
// expect: 4 8
console.log(Buffer.from([1, 0, 1, 0, 0]).indexOf('\u0100', 0, 'ucs2'), Buffer.alloc(0).indexOf('a'), Buffer.alloc(0).indexOf(''));
// expect: -1 -1 0
error(function () { return a.indexOf({}); });
// expect: TypeError: The "value" argument must be one of type number or string or an instance of Buffer or Uint8Array. Received an instance of Object ERR_INVALID_ARG_TYPE
error(function () { return a.indexOf('a', 0, 'foo'); });
// expect: TypeError: Unknown encoding: foo ERR_UNKNOWN_ENCODING
