// TextEncoder and TextDecoder
var u = require('util');
var e = new TextEncoder(), d = new TextDecoder();
console.log(e.encode('aé中😀\ud800'), e.encode(), e.encoding, d.encoding, d.fatal, d.ignoreBOM, Object.prototype.toString.call(e));
console.log(e.encodeInto('aé中😀', new Uint8Array(5)), e.encodeInto('abc', new Uint8Array(10)));
console.log(d.decode(new Uint8Array([0xEF, 0xBB, 0xBF, 97])), new TextDecoder('utf-8', {ignoreBOM: true}).decode(new Uint8Array([0xEF, 0xBB, 0xBF, 97])).length, JSON.stringify(d.decode(new Uint8Array([0xff, 0x61, 0xe4, 0xb8]))));
var s = new TextDecoder(); console.log(JSON.stringify([s.decode(new Uint8Array([0xe4]), {stream: true}), s.decode(new Uint8Array([0xb8, 0xad]), {stream: true}), s.decode(new Uint8Array([0xf0, 0x9f]), {stream: true}), s.decode()]));
[[255], [0xc3], [0xe4, 0xb8], [0xed, 0xa0, 0x80], [0xc0, 0x80], [97, 0xc3, 0xa9]].forEach(function (b) { try { console.log(new TextDecoder('utf-8', {fatal: true}).decode(new Uint8Array(b))); } catch (x) { console.log(x.name, x.code, x.message); } });
console.log(JSON.stringify(new TextDecoder('utf-16le').decode(new Uint8Array([97, 0, 0, 0xd8]))), new TextDecoder('latin1').decode(new Uint8Array([0xe9])), new TextDecoder(' UTF8 ').encoding, new TextDecoder('ascii').encoding);
console.log(u.inspect(e), u.inspect(d), u.TextEncoder === TextEncoder);
[
  function () { TextEncoder(); },
  function () { new TextDecoder('x'); },
  function () { d.decode(1); },
  function () { TextDecoder.prototype.decode.call({}); },
  function () { new TextDecoder('utf8', 1); },
  function () { e.encodeInto('a', 1); },
  function () { e.encodeInto(1, 1); },
].forEach(function (f) { try { f(); } catch (x) { console.log(x.name, x.code, x.message); } });
// expect: Uint8Array(13) [
// expect:    97, 195, 169, 228,
// expect:   184, 173, 240, 159,
// expect:   152, 128, 239, 191,
// expect:   189
// expect: ] Uint8Array(0) [] utf-8 utf-8 false false [object TextEncoder]
// expect: { read: 2, written: 3 } { read: 3, written: 3 }
// expect: a 2 "�a�"
// expect: ["","中","","�"]
// expect: TypeError ERR_ENCODING_INVALID_ENCODED_DATA The encoded data was not valid for encoding utf-8
// expect: TypeError ERR_ENCODING_INVALID_ENCODED_DATA The encoded data was not valid for encoding utf-8
// expect: TypeError ERR_ENCODING_INVALID_ENCODED_DATA The encoded data was not valid for encoding utf-8
// expect: TypeError ERR_ENCODING_INVALID_ENCODED_DATA The encoded data was not valid for encoding utf-8
// expect: TypeError ERR_ENCODING_INVALID_ENCODED_DATA The encoded data was not valid for encoding utf-8
// expect: aé
// expect: "a�" é utf-8 windows-1252
// expect: { encoding: 'utf-8' } TextDecoder { encoding: 'utf-8', fatal: false, ignoreBOM: false } true
// expect: TypeError undefined Class constructor TextEncoder cannot be invoked without 'new'
// expect: RangeError ERR_ENCODING_NOT_SUPPORTED The "x" encoding is not supported
// expect: TypeError ERR_INVALID_ARG_TYPE The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.
// expect: TypeError ERR_INVALID_THIS Value of "this" must be of type TextDecoder
// expect: TypeError ERR_INVALID_ARG_TYPE The "options" argument must be of type object. Received type number (1)
// expect: TypeError ERR_INVALID_ARG_TYPE The "dest" argument must be an instance of Uint8Array. Received type number (1)
// expect: TypeError ERR_INVALID_ARG_TYPE The "src" argument must be of type string. Received type number (1)
