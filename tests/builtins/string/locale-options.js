// localeCompare with options; case conversion of languages with their own rules.
function compare(a, b, options) { console.log(a.localeCompare(b, undefined, options)); }
compare('a10', 'a2');   // expect: -1
compare('a10', 'a2', {numeric: true});   // expect: 1
compare('a01b', 'a1B', {numeric: true});   // expect: -1
compare('007', '7', {numeric: true});   // expect: 0
compare('a', 'A', {sensitivity: 'base'});   // expect: 0
compare('a', '\u00e1', {sensitivity: 'base'});   // expect: 0
compare('a', 'A', {sensitivity: 'accent'});   // expect: 0
compare('a', '\u00e1', {sensitivity: 'accent'});   // expect: -1
compare('a', 'A', {sensitivity: 'case'});   // expect: -1
compare('a', '\u00e1', {sensitivity: 'case'});   // expect: 0
console.log(['b10', 'B2', 'a1'].sort(function (x, y) { return x.localeCompare(y, 'en', {numeric: true}); }).join());   // expect: a1,B2,b10
console.log(escape('I\u0130'.toLocaleLowerCase('tr')), escape('i\u0131'.toLocaleUpperCase('az-AZ')));   // expect: %u0131i %u0130I
console.log(escape('\u00cc'.toLocaleLowerCase('lt')), escape('\u00cc'.toLocaleLowerCase('de')), 'I'.toLocaleLowerCase('trx'));   // expect: i%u0307%u0300 %EC i
try { 'a'.toLocaleLowerCase('x y'); } catch (e) { console.log(e.name + ': ' + e.message); }   // expect: RangeError: Incorrect locale information provided
try { 'a'.localeCompare('b', 'en', {sensitivity: 'x'}); } catch (e) { console.log(e.name + ': ' + e.message); }   // expect: RangeError: Value x out of range for String.prototype.localeCompare options property sensitivity
