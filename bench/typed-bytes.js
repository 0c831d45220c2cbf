// bench/typed-bytes.js - bytes written, read and counted one by one
function run() {
  var size = 4000000, bytes = new Uint8Array(size), counts = new Uint32Array(256), sum = 0, i;
  for (i = 0; i < size; i++) bytes[i] = 0;
  for (i = 0; i < size; i++) bytes[i] = i * 31 + (i >> 8);
  for (i = 0; i < bytes.length; i++) counts[bytes[i]]++;
  for (i = 0; i < 256; i++) sum = (sum * 31 + counts[i]) | 0;
  return sum;
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('typed-bytes ' + (Date.now() - begin) + ' ' + result);
