// bench/string-scan.js - walk through a string
function run() {
  var s = '', sum = 0, i;
  for (i = 0; i < 20000; i++) s += String.fromCharCode(97 + i % 26) + (i % 7 ? '' : ' ');
  for (var round = 0; round < 50; round++) {
    for (i = 0; i < s.length; i++) sum = (sum * 31 + s.charCodeAt(i)) | 0;
    for (i = 0; i < s.length; i++) if (s[i] === ' ') sum++;
    sum += s.indexOf('zab', 100) + s.split(' ').length + s.substring(10, 5000).lastIndexOf('q');
  }
  return sum;
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('string-scan ' + (Date.now() - begin) + ' ' + result);
