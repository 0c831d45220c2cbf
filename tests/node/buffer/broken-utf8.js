// Broken UTF-8 becomes U+FFFD, one for each part that could have begun a character.
function show(bytes) { console.log(escape(Buffer.from(bytes).toString())); }
show([0xff, 0xfe, 0x41]);   // expect: %uFFFD%uFFFDA
show([0xe2, 0x82, 0x41]);   // expect: %uFFFDA
show([0xf0, 0x9f, 0x98, 0x80, 0xf0, 0x9f, 0x98]);   // expect: %uD83D%uDE00%uFFFD
show([0xed, 0xa0, 0x80]);   // expect: %uFFFD%uFFFD%uFFFD
show([0xc0, 0xaf]);   // expect: %uFFFD%uFFFD
show([0xf4, 0x90, 0x80, 0x80]);   // expect: %uFFFD%uFFFD%uFFFD%uFFFD
show([0xe2]);   // expect: %uFFFD
show([0xef, 0xbb, 0xbf, 0x41]);   // expect: %uFEFFA
