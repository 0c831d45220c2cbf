// toString in every encoding, with start and end.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message + ' ' + e.code); } }
var b = Buffer.from([0xff, 0xe9, 0x41, 0x42, 0x43]);
['latin1', 'ascii', 'hex', 'base64', 'base64url', 'ucs2', 'binary', 'HEX'].forEach(function (e) { console.log(e, JSON.stringify(b.toString(e))); });
// expect: latin1 "ÿéABC"
// expect: ascii "iABC"
// expect: hex "ffe9414243"
// expect: base64 "/+lBQkM="
// expect: base64url "_-lBQkM"
// expect: ucs2 "䉁"
// expect: binary "ÿéABC"
// expect: HEX "ffe9414243"
var t = Buffer.from('abcdef');
console.log(t.toString('utf8', 1, 3), t.toString('utf8', -1, 3.7), t.toString('utf8', 3, 2) === '', t.toString('utf8', 10) === '');
// expect: bc abc true true
console.log(t.toString(undefined, 2), t.toString('latin1', '2', '4'), String(t), t + '!', t.toLocaleString('hex'));
// expect: cdef cd abcdef abcdef! 616263646566
console.log(t.utf8Slice(1, 3), t.hexSlice(0, 2), t.latin1Slice(), Buffer.alloc(0).toString('base64') === '');
// expect: bc 6162 abcdef true
error(function () { return t.toString('foo'); });   // expect: TypeError: Unknown encoding: foo ERR_UNKNOWN_ENCODING
error(function () { return t.toString(null); });   // expect: TypeError: Unknown encoding: null ERR_UNKNOWN_ENCODING
for (var i = 0; i < 4; i++) console.log(Buffer.from('abcd'.slice(0, i)).toString('base64'), Buffer.from('abcd'.slice(0, i)).toString('base64url'));
// expect:
// expect: YQ== YQ
// expect: YWI= YWI
// expect: YWJj YWJj
