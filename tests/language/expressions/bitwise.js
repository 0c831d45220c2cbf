// Bitwise operators and shifts: conversions modulo 2^32, shift counts, signs.
console.log(5 & 3, 5 | 3, 5 ^ 3, ~5, ~-1, ~~3.7, ~~-3.7, 1 << 31, 1 << 32, 1 << 33, 2 << -1);   // expect: 1 7 6 -6 0 3 -3 -2147483648 1 2 0
console.log(-1 >> 1, -1 >>> 0, -1 >>> 31, 5 >> 33, -8 >> 1, -8 >>> 28, 4294967296 | 0, 4294967295 | 0, 2147483648 | 0, -2147483649 | 0);   // expect: -1 4294967295 1 2 -4 15 0 -1 -2147483648 2147483647
console.log(1e20 | 0, 1e300 | 0, NaN | 0, Infinity | 0, null | 1, undefined | 1, '12' | 0, 'x' | 0, [5] | 0, true | 0, ({}) | 0);   // expect: 1661992960 0 0 0 1 1 12 0 5 1 0
console.log(4294967297.9 >>> 0, -4294967297.9 | 0, 0.9 | 0, -0.9 | 0, Object.is(-0 | 0, 0), 9007199254740993 | 0, 2 ** 53 + 2 | 0, -(2 ** 31) >>> 0);   // expect: 1 -1 0 0 true 0 2 2147483648
var x = 0xF0; x &= 0x3C; x |= 1; x ^= 0xFF; x <<= 4; x >>= 2; x >>>= 1; console.log(x);   // expect: 412
var hash = 0; for (var i = 0; i < 100; i++) hash = (hash << 5) - hash + i | 0; console.log(hash, hash >>> 0, hash.toString(16));   // expect: 58926130 58926130 3832432
console.log((2147483647 + 1) | 0, (0x7fffffff << 1) >>> 0, 1 << 30 << 1, (1 << 31) >> 31, (1 << 31) >>> 31, 3 & -3, -1 ^ -1);   // expect: -2147483648 4294967294 -2147483648 -1 1 1 0
