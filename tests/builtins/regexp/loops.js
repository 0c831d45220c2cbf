// Iterations that match nothing: a loop does not end with one while there are other ways through its body.
function found(regexp, text) { var m = regexp.exec(text); return m ? m.join('|') : 'none'; }
console.log(found(/(?:a??|b)*/, 'ab'), found(/(?:|a)*b/, 'aab'), found(/(?:a?b?)*/, 'abba'));   // expect: ab aab abba
// The first of "one or more" may be empty, and others follow it.
console.log(found(/(?:a??|b)+/, 'ab'), found(/(a??|b)+/, 'ab'), found(/(k|[^b\S]*?)+/, ' x'));   // expect: ab ab|b  | 
console.log(found(/(?:a??|b){2,}/, 'ab'), found(/(?:a??|b){2,3}/, 'abbb'), found(/(?:a??|b)?/, 'b'));   // expect: ab a b
console.log(found(/c(?:|[\w\W]|){1,2}/, 'caA'), found(/((?:(?:a??|b)+|c){2})/, 'abc'));   // expect: ca ab|ab
// Each pass over a loop inside of another begins anew.
console.log(JSON.stringify(/(.(\s*|)+[^]){2}/s.exec('ac\n ')));   // expect: ["ac\n ","\n ",""]
console.log(found(/(((?:a??c{0,1}|baa))+b|b{1,2}\2)+/, 'bbcc'));   // expect: bb|b|
// Captures of an iteration before the last do not count.
console.log(/(?:(a)|b)*/.exec('ab')[1], /(?:(a)|(b)|(c))+/.exec('abc').slice(1).join());   // expect: undefined ,,c
// Loops over characters of two units.
var text = '\u{1F600}\u00e9'.repeat(100000);
console.log(/^\P{ASCII}+$/u.test(text), /^[^a]+$/u.test(text), /^[^]+x/u.test(text.slice(0, 99)));   // expect: true true false
console.log(/[a-c😀]+c/u.exec('abc')[0], /[a😀]+[b😁]/u.exec('a😀😁')[0], /[^a]+$/u.exec('😀b')[0]);   // expect: abc a😀😁 😀b
// A literal makes an object each time, of the same program.
function literal() { return /a/g; }
var first = literal(); first.lastIndex = 1; first.compile('b'); console.log(literal().lastIndex, String(first), String(literal()));   // expect: 0 /b/ /a/g
// What a lookahead finds is still there, and what is tried zero times says nothing about how a match begins.
console.log(/(?=a)a?a/.exec('ab'), /(?=a)a{0,1}a{1,2}/.exec('ba').index);   // expect: [ 'a', index: 0, input: 'ab', groups: undefined ] 1
console.log(/(?=(|b){0})(?=b(c)|c){2}(?<!a)/.exec('abcaaab').index, /(a){0}b\1/.exec('ab').index);   // expect: 2 1
console.log(/(a|^){0}a/.exec('ba').index, /(?:a|^|(?:a??)*){0}a/.exec('ba').index);   // expect: 1 1
// Captures of an iteration before do not count, not for references either, wherever they stand.
function show(pattern, text) { console.log(JSON.stringify(pattern.exec(text))); }
show(/(?:b(x?)|.)+/, 'ba');               // expect: ["ba",null]
show(/(?:b(x?)|.)+/, '\u0100ba');         // expect: ["Āba",null]
show(/(?:(x?)b|.)+/, 'abab');             // expect: ["abab",""]
show(/(?:(a)|\1b)+/, 'ab');               // expect: ["ab",null]
show(/(?:\1b|(a))+/, 'aab');              // expect: ["aab",null]
show(/(?:(["'])\1|(\w))+/, '""ba');       // expect: ["\"\"ba",null,"a"]
show(/(?:(?=..(.?))a|b)+/, 'abbbb');      // expect: ["abbbb",null]
// More iterations than there must be may be empty, and then fail.
show(/(a??|b){2,}/, 'ab');                // expect: ["ab","b"]
show(/(?:(b??){1,2}){2}a/, 'a');          // expect: ["a",""]
// Nor are turns that may be empty mistaken for each other where a loop stands in a loop.
show(/$(?:(?:x?\d??){1,2}){2}/, 'abab');                    // expect: [""]
show(/(?:(?:a??\b|,?x??){1,2}\d*?){2}b/i, 'foo 12 bar');    // expect: ["b"]
show(/((?:A??b??[^a]??|[abc]){1,2})+/, 'aXbXc');            // expect: ["aXbXc","c"]
show(/(?:^|\w{0,1}(b*x??|\s+?)?)*\1/, 'foo 12 bar');        // expect: ["foo 12 bar",null]
show(/(?:(a)|b){2}\1c/, 'abc');                             // expect: ["abc",null]
