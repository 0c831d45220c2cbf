// The methods of strings that take regular expressions.
var log = console.log;
log('abcabc'.match(/b/g), 'abc'.match(/x/), 'abc'.match(/(b)(c)/).index);
log('aaa'.replace(/a/, 'b'), 'aaa'.replace(/a/g, '[$&$`$\'$$$1]'), 'john smith'.replace(/(\w+)\s(\w+)/, '$2, $1 $3 $02'));
log('2020-01-02'.replace(/(?<y>\d+)-(?<m>\d+)/, '$<m>/$<y>'), 'abc'.replace(/(b)|z/g, function () { return '<' + [].join.call(arguments, '|') + '>'; }));
log('a-b-c'.replaceAll(/-/g, '+'), 'abc'.search(/c/), 'abc'.search(/z/));
try { 'a'.replaceAll(/a/, ''); } catch (e) { log(e.message); }
log('a1b22c'.split(/\d+/), 'a1b'.split(/(\d)/), 'abc'.split(/(?:)/), ''.split(/x/), ''.split(/(?:)/), 'a,b,c'.split(/,/, 2));
log('xx'.replace(/(?:)/g, '-'), '\u{1F600}x'.replace(/(?:)/gu, '-').length);
log(Array.from('a1b2'.matchAll(/[a-z](\d)/g), function (m) { return m[0] + m[1] + m.index; }));
log(/[/]\//.source, new RegExp('/').source, String(new RegExp('')), new RegExp('\n').source, RegExp(/a/gi).flags);
log(Object.getOwnPropertyDescriptor(/a/, 'lastIndex'), /a/dgimsuy.flags);
/(b)(c)/.exec('abcd');
log(RegExp.$1, RegExp.$2, RegExp.lastMatch, RegExp['$`'], RegExp["$'"]);
['(', '[', 'a**', '\\', '(?<a>x)(?<a>y)', 'x{2,1}', '[b-a]', ')', '(?<=a)+?x{'].forEach(function (source) {
  try { new RegExp(source); log('accepted', source); } catch (e) { log(e.name + ': ' + e.message); }
});
['\\-', '{', '\\u{110000}', '\\k', '[\\d-z]'].forEach(function (source) {
  try { new RegExp(source, 'u'); log('accepted', source); } catch (e) { log(e.name + ': ' + e.message); }
});
try { new RegExp('a', 'gg'); } catch (e) { log(e.message); }
