// Properties that scripts change mislead nothing that touches memory.
// flags: --no-warnings
var b = Buffer.from('abcd'), wide = new Uint8Array(4);
Object.defineProperty(wide, 'length', {value: 1000});
console.log(Buffer.concat([wide], 4).length, Buffer.compare(wide, b), b.copy(wide, 0, 0, 4), b.equals(wide));
// expect: 4 -1 4 true
Object.defineProperty(b, 'length', {value: 5000});
console.log(b.copy(Buffer.alloc(8)) > 0, b.toString('latin1'), b.write('xy', 2), b.toString());   // expect: true abcd 2 abxy
b.fill('z', 0, 4);
console.log(b.toString(), b.indexOf('q'), b.slice(0, 4000).byteLength);   // expect: zzzz -1 4
