// Pages of machine code that nothing uses any more go back to the system.
// skip-stress
// flags: --expose-gc --always-sparkplug
var fs = require('fs');
function residentCode() {  // kB in mappings that can be executed and are of no file
  return fs.readFileSync('/proc/self/smaps', 'utf8').split(/\n(?=[0-9a-f]+-)/).reduce(function (sum, mapping) {
    return /^\S+ r-xp \S+ 00:00 0 *\n/.test(mapping) ? sum + Number(/Rss: +(\d+)/.exec(mapping)[1]) : sum;
  }, 0);
}
var body = '';
for (var i = 0; i < 900; i++) body += 'r = (r + ' + i + ' ^ i) & 65535; if (r === n) r = o.p; ';
function fill(count) {
  var list = [];
  for (var i = 0; i < count; i++) {
    list.push(new Function('n', 'o', 'var r = n; for (var i = 0; i < 3; i++) {' + body + '} return r + ' + i));
    list[i](1, {p: 5});
  }
  return residentCode();
}
var before = residentCode(), filled = fill(20);
gc(); gc();
var after = residentCode();
var jitless = before === 0;
console.log(jitless || filled - before > 2000, after - before < 300);   // expect: true true
