// Texts whose characters are below 256: as UTF-8, runs of ASCII and pairs of bytes; room that ends within a pair.
var text = 'abcdefgh\x80ij\xFFklmnopqrstuvwxyz\xE9\xE8', bytes = Buffer.from(text);
console.log(bytes.length, Buffer.byteLength(text), bytes.toString() === text);
// expect: 34 34 true
console.log(bytes.toString('hex'));
// expect: 6162636465666768c280696ac3bf6b6c6d6e6f707172737475767778797ac3a9c3a8
for (var room = 7; room < 14; room++) {
  var target = Buffer.alloc(15, '.');
  console.log(target.write(text, 1, room), target.toString('latin1').replace(/[\x80-\xFF]/g, '#'));
}
// expect: 7 .abcdefg.......
// expect: 8 .abcdefgh......
// expect: 8 .abcdefgh......
// expect: 10 .abcdefgh##....
// expect: 11 .abcdefgh##i...
// expect: 12 .abcdefgh##ij..
// expect: 12 .abcdefgh##ij..
console.log(Buffer.from('').length, Buffer.from('\xFF').length, Buffer.from('a').length);
// expect: 0 2 1
