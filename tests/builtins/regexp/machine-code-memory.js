// PCRE2 keeps its machine code in mappings that can be written and executed: a few for many patterns, none when the patterns
// are gone, and none for classes of characters, whose sets are found by a pattern.
// flags: --expose-gc
// skip-stress
var fs = require('fs');
function mappings() {
  return fs.readFileSync('/proc/self/maps', 'utf8').split('\n').filter(function (line) { return line.indexOf(' rwx') > 0; }).length;
}
function use(count) {
  var list = [], found = 0;
  for (var i = 0; i < count; i++) {
    var pattern = new RegExp('a' + i + '(b|c)*');
    for (var turn = 0; turn < 3; turn++) found += pattern.test('a' + i + 'bc') + pattern.test('\u1234a' + i);
    list.push(pattern);
  }
  return found;
}
console.log(new RegExp('\\p{Lu}', 'u').test('A'), mappings());   // expect: true 0
console.log(use(100));                                           // expect: 600
console.log(mappings() < 10);                                    // expect: true
(function () { for (var i = 0; i < 300; i++) new RegExp('b' + i).test('a'); })();
gc(); gc();
console.log(mappings());                                         // expect: 0
