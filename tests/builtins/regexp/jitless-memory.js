// With --jitless no memory is mapped that can be written and executed, nor memory that can be executed and is of no file.
// flags: --jitless
var fs = require('fs');
function mappings(permissions) {
  return fs.readFileSync('/proc/self/maps', 'utf8').split('\n').filter(function (line) {
    return line.indexOf(permissions) > 0 && !/ (\/|\[v)/.test(line);
  }).length;
}
var plain = /a(b|c)*d/, wide = /\u1234+(b)/, classes = /\p{Lu}\p{Script=Greek}/u;
for (var i = 0, found = 0; i < 1000; i++) found += plain.test('xabcd' + i) + wide.test('\u1234\u1234b') + classes.test('A\u03a9');
console.log(found);                           // expect: 3000
console.log(mappings(' rwx'));                // expect: 0
console.log(mappings('xp '));                 // expect: 0
