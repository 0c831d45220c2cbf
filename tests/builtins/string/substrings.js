// slice, substring, substr and the trims: negative, missing and odd arguments.
var s = 'Hello, wonderful world';
console.log(s.slice(7), s.slice(-5), s.slice(0, 5), s.slice(3, -3), s.slice(9, 2) === '', s.slice(), s.slice(-100, 2));  // expect: wonderful world world Hello lo, wonderful wo true Hello, wonderful world He
console.log(s.substring(7), s.substring(5, 0), s.substring(-3, 2), s.substring(NaN, 3), s.substring(100) === '', s.substring(2, undefined));  // expect: wonderful world Hello He Hel true llo, wonderful world
console.log(s.substr(7), s.substr(-5), s.substr(-5, 3), s.substr(0, -1) === '', s.substr(3, 1e9), s.substr(-100, 2));  // expect: wonderful world world wor true lo, wonderful world He
console.log(s.slice(Infinity) === '', s.slice(-Infinity, 3), s.slice('2', '4'), s.slice(null, 3), s.substring(1.9, 3.9));  // expect: true Hel ll Hel el
console.log('|' + ' \t\n\v\f\r\u00a0\ufeff\u2003\u2028x y\u3000 '.trim() + '|', '|' + '  a '.trimStart() + '|', '|' + ' a  '.trimEnd() + '|');  // expect: |x y| |a | | a|
console.log(''.trim() === '', '   '.trim() === '', '   '.trimStart() === '', '   '.trimEnd() === '', 'x'.trim());  // expect: true true true true x
console.log(String.prototype.trimLeft === String.prototype.trimStart, String.prototype.trimRight.name);  // expect: true trimEnd
