// slice and subarray share memory.
var b = Buffer.from('abcdef'), s = b.slice(1, 4);
s[0] = 120;
console.log(String(b), String(s), s instanceof Buffer, s.buffer === b.buffer, s.byteOffset - b.byteOffset);
// expect: axcdef xcd true true 1
console.log(String(b.slice(-2)), String(b.subarray(2)), b.slice(4, 2).length, b.slice().length, String(b.slice('1', '3')), String(b.slice(1.9, 3.9)));
// expect: ef cdef 0 6 xc xc
console.log(b.map(function (x) { return x + 1; }).toString(), b.filter(function (x) { return x > 99; }) instanceof Buffer);
// expect: bydefg true
console.log([...b.slice(0, 2).entries()].join('|'), b.parent === b.buffer, b.offset === b.byteOffset, JSON.stringify(b.slice(0, 2)));
// expect: 0,97|1,120 true true {"type":"Buffer","data":[97,120]}
