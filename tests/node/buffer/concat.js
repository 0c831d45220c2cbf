// Buffer.concat.
function error(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message + ' ' + e.code); } }
console.log(Buffer.concat([Buffer.from('ab'), new Uint8Array([99])]), Buffer.concat([]), Buffer.concat([], 5));
// expect: <Buffer 61 62 63> <Buffer > <Buffer >
console.log(Buffer.concat([Buffer.from('ab'), Buffer.from('cd')], 3), Buffer.concat([Buffer.from('ab'), Buffer.from('cd')], 6));
// expect: <Buffer 61 62 63> <Buffer 61 62 63 64 00 00>
error(function () { return Buffer.concat([Buffer.from('ab'), 'x']); });
// expect: TypeError: The "list[1]" argument must be an instance of Buffer or Uint8Array. Received type string ('x') ERR_INVALID_ARG_TYPE
error(function () { return Buffer.concat('x'); });
// expect: TypeError: The "list" argument must be an instance of Array. Received type string ('x') ERR_INVALID_ARG_TYPE
error(function () { return Buffer.concat([Buffer.from('ab')], -5); });
// expect: RangeError: The value of "length" is out of range. It must be >= 0 && <= 4294967296. Received -5 ERR_OUT_OF_RANGE
error(function () { return Buffer.concat([Buffer.from('ab')], 1.5); });
// expect: RangeError: The value of "length" is out of range. It must be an integer. Received 1.5 ERR_OUT_OF_RANGE
