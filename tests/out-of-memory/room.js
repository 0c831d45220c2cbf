// Allocates what stays alive until the memory is out.  The last line of the error output before the report tells how
// many bytes of objects there were.
'use strict';

const fs = require('fs');
const kind = process.argv[2];
const kept = [];

// An object of one property takes four words.
function small() {
  for (let list = null, count = 1; ; count++) {
    list = { next: list };
    if (count % 1000 === 0) fs.writeSync(2, `${count * 32}\n`);
  }
}

function arrays(length) {
  for (;;) {
    kept.push(new Array(length).fill(0));
    fs.writeSync(2, `${kept.length * length * 8}\n`);
  }
}

if (kind === 'small objects') small();
else arrays(kind === 'arrays of 160 kB' ? 20000 : 131072);
