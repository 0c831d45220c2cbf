// A lookbehind is matched from right to left, whatever its length, and what it captures tells of that.
function show(pattern, text) {
  var match = pattern.exec(text);
  console.log(match && match.index + JSON.stringify(match));
}
show(/(?<=a+)b/, 'bcaab');                  // expect: 4["b"]
show(/(?<!a+)b/, 'aabcb');                  // expect: 4["b"]
show(/(?<=^\s*)x|(?<=[^]{3,}?)y/, 'y  xy'); // expect: 4["y"]
show(/(?<=(\d+)(\d+))$/, '1053');           // expect: 4["","1","053"]
show(/(?<=(\d+?)(\d+?))$/, '1053');         // expect: 4["","5","3"]
show(/(?<=(a|ab|b)*)c/, 'abc');             // expect: 2["c","ab"]
show(/(?<=(?:(a)|b)*)c/, 'abc');            // expect: 2["c","a"]
show(/(?<=(?:(b)|a)*)c/, 'abc');            // expect: 2["c",null]
show(/(?<!(a)b)c/, 'abcac');                // expect: 4["c",null]
// A reference inside means what stands to its right, since that has been matched before it.
show(/(?<=\1(\w))c/, 'xabbc');              // expect: 4["c","b"]
show(/(?<=(\w)\1)c/, 'xabc');               // expect: 3["c","b"]
show(/(?<=(?<q>['"]).*?\k<q>),/, '"a\',');  // expect: 3[",","'"]
show(/(?<=\k<q>.*?(?<q>['"])),/, '"a",');   // expect: 3[",","\""]
show(/(.)(?<=(\1\1))/, 'abb');              // expect: 2["b","b","bb"]
show(/(?<=([abc]+)).\1/, 'abcdbc');         // expect: null
show(/(?<=(a)(b?))c\2\1/, 'aacacba');       // expect: 2["ca","a",""]
show(/(?<=\1([aA]+))b/i, 'aAaAb');          // expect: 4["b","aA"]
// Others inside look from where they stand, in their own direction.
show(/(?<=ab(?=c)\wd)\w\w/, 'abcdef');      // expect: 4["ef"]
show(/(?<=a(?=([^a]{2})d)\w{3})\w\w/, 'abcdcdef');   // expect: 4["cd","bc"]
show(/(?<=a(?=(\w+))(?<!x+a)\w*?)d/, 'xabd abcd');   // expect: 8["d","bcd"]
show(/(?<=^(?<!^.)\w+)\b/m, '-\nab cd');    // expect: 4[""]
show(/(?=(a+))(?<=(?=(\w{2}))..)b*/, 'xaab');        // expect: 2["","a","xa"]
show(/(?<=(?=(\w{2}))..)b*/, 'xaab');       // expect: 2["","xa"]
// Loops: iterations that may be empty, and counts.
show(/(?<=(?:a?){3}x*?(\w*))$/, 'baaxa');   // expect: 5["","baaxa"]
show(/(?<=(?:a*)*b)c/, 'aabc');             // expect: 3["c"]
show(/(?<=(a{2,3}){2})b/, 'aaaaaab');       // expect: 6["b","aaa"]
show(/(?<=^(a??){2,})b/, 'aab');            // expect: 2["b","a"]
show(/(?<=(?:){4294967295}a{0}b+)c/, 'bbc');         // expect: 2["c"]
// Code points, lines, cases.
show(/(?<=^.)x/u, '\u{1F600}x');            // expect: 2["x"]
show(/(?<=^.)x/, '\u{1F600}x');             // expect: null
show(/(?<=([^\ud83d]))x/u, '\u{1F600}x');   // expect: 2["x","😀"]
show(/(?<=\ude00)x|(?<=\ude00*)y/u, '\u{1F600}xy');  // expect: 3["y"]
show(/(?<=[\u{1F600}-\u{1F602}]{2})./u, '\u{1F600}\u{1F602}\u{1F601}');   // expect: 4["😁"]
show(/(?<=^\u0100*é+)./im, 'e\nÉĀ');        // expect: 3["Ā"]
show(/(?<=a(?:b|\u0100))c/, 'abc');         // expect: 2["c"]
show(/(?<=\b\u212a+)x/iu, 'kKx');           // expect: 2["x"]
// The flags g and y, and the methods of strings.
console.log('12345 1234567'.replace(/(?<=\d)(?=(\d{3})+\b)/g, ','));     // expect: 12,345 1,234,567
console.log('a1bb22ccc'.split(/(?<=([a-z])+)(?=\d)/).join('|'));         // expect: a|a|1bb|b|22ccc
console.log('$1 $22 3'.match(/(?<=\$\d*)\d/g).join());                   // expect: 1,2,2
var sticky = /(?<=a+)b/y;
sticky.lastIndex = 3;
console.log(sticky.test('aabb'), sticky.lastIndex, sticky.test('aabb')); // expect: false 0 false
sticky.lastIndex = 2;
console.log(sticky.test('aabb'), sticky.lastIndex);                      // expect: true 3
// They are given up as others are, and long texts take their time, but no more.
try { /(?<=^(a+)+)b/.test('!' + 'a'.repeat(40) + 'b'); } catch (e) { console.log(e.name + ': ' + e.message); }
// expect: RangeError: Regular expression too complex for this text: /(?<=^(a+)+)b/
var long = ' '.repeat(100000) + 'x';
console.log(/(?<=\s+)x/.exec(long).index, /(?<=^(\s)*?)x/.exec(long)[1] === ' ', /(?<=(?:\s|y)+)x/.test(long)); // expect: 100000 true true
// stress-every: 23
