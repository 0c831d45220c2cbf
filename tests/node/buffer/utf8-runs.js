// Texts become UTF-8 in runs: ASCII and two-byte characters at all places around the length of a word.
var wrong = 0;
function unicode(text) { return text + '\u0416'; }   // the same text with two bytes for each unit
for (var length = 0; length <= 20; length++) {
  for (var at = 0; at <= length; at++) {
    for (var count = 0; at + count <= length; count++) {
      var text = 'abcdefghijklmnopqrst'.slice(0, at) + '\xe9'.repeat(count) + 'ABCDEFGHIJKLMNOPQRST'.slice(at + count, length);
      var bytes = Buffer.from(text), wide = Buffer.from(unicode(text));
      if (bytes.length !== length + count || Buffer.byteLength(text) !== length + count) wrong++;
      if (bytes.toString() !== text || wide.toString() !== unicode(text)) wrong++;
      if (!wide.slice(0, bytes.length).equals(bytes)) wrong++;
      // Into too little room: whole characters, and nothing behind them.
      for (var room = 0; room <= bytes.length; room += 3) {
        var target = Buffer.alloc(room + 1, 0x7E), written = target.write(text, 0, room);
        if (target.toString('utf8', 0, written) !== text.slice(0, target.toString('utf8', 0, written).length)) wrong++;
        if (written > room || (room - written > 1) || target[written] !== 0x7E) wrong++;
      }
    }
  }
}
console.log(wrong);   // expect: 0
console.log(Buffer.from('\xff\x80\x7f\x00'));                     // expect: <Buffer c3 bf c2 80 7f 00>
console.log(Buffer.from('\ud83d\ude00\ud83d', 'utf8'));           // expect: <Buffer f0 9f 98 80 ef bf bd>
console.log(Buffer.from('\xe9', ''));                            // expect: <Buffer c3 a9>
// stress-every: 53
