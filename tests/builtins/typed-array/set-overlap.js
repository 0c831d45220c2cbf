// set from a view of the same bytes sees the old values.
var bytes = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
bytes.set(bytes.subarray(0, 4), 2);
console.log(bytes.join());   // expect: 1,2,1,2,3,4,7,8
var words = new Uint16Array(bytes.buffer, 0, 4);
words.set(bytes.subarray(0, 4));
console.log(words.join());   // expect: 1,2,1,2
bytes = new Uint8Array([1, 0, 2, 0, 3, 0, 4, 0]);
bytes.set(new Uint16Array(bytes.buffer), 1);
console.log(bytes.join());   // expect: 1,1,2,3,4,0,4,0
