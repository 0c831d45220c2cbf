// Buffer.from of strings in every encoding.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message + ' ' + e.code); } }
console.log(Buffer.from('héllo€𝒳\ud800x'), Buffer.from('\udc00'), Buffer.from(''));
// expect: <Buffer 68 c3 a9 6c 6c 6f e2 82 ac f0 9d 92 b3 ef bf bd 78> <Buffer ef bf bd> <Buffer >
['latin1', 'binary', 'ascii', 'utf16le', 'UCS-2', 'UTF8'].forEach(function (e) { console.log(e, Buffer.from('hé€𝒳', e)); });
// expect: latin1 <Buffer 68 e9 ac 35 b3>
// expect: binary <Buffer 68 e9 ac 35 b3>
// expect: ascii <Buffer 68 e9 ac 35 b3>
// expect: utf16le <Buffer 68 00 e9 00 ac 20 35 d8 b3 dc>
// expect: UCS-2 <Buffer 68 00 e9 00 ac 20 35 d8 b3 dc>
// expect: UTF8 <Buffer 68 c3 a9 e2 82 ac f0 9d 92 b3>
console.log(Buffer.from('abCDefg', 'hex'), Buffer.from('abxxcd', 'hex'), Buffer.from('a', 'hex'));
// expect: <Buffer ab cd ef> <Buffer ab> <Buffer >
console.log(Buffer.from('aGVsbG8', 'base64'), Buffer.from('aGVs bG8=\n', 'base64'), Buffer.from('YQ==YQ==', 'base64'));
// expect: <Buffer 68 65 6c 6c 6f> <Buffer 68 65 6c 6c 6f> <Buffer 61>
console.log(Buffer.from('_-8', 'base64'), Buffer.from('/+8=', 'base64url'), Buffer.from('a', 'base64'), Buffer.from('a b$c%d', 'base64'));
// expect: <Buffer ff ef> <Buffer ff ef> <Buffer > <Buffer 69 b7 1d>
console.log(Buffer.from('abc', 5), Buffer.from('abc', null));   // expect: <Buffer 61 62 63> <Buffer 61 62 63>
error(function () { return Buffer.from('abc', 'foo'); });
// expect: TypeError: Unknown encoding: foo ERR_UNKNOWN_ENCODING
error(function () { return Buffer.from('', 'foo'); });
// expect: TypeError: Unknown encoding: foo ERR_UNKNOWN_ENCODING
