// Substrings of 13 units or more share their parent's text; slices of slices and of ropes work too.
var base = '';
for (var i = 0; i < 100; i++) base += i + ',';
var a = base.slice(10, 200), b = a.substring(20, 100), c = b.substr(5, 40);
console.log(a.length, b.length, c.length);  // expect: 190 80 40
console.log(c);  // expect: 15,16,17,18,19,20,21,22,23,24,25,26,27,2
console.log(c === base.slice(35, 75), c.indexOf('22'), base.indexOf(c));  // expect: true 21 35
console.log(b.slice(3, 6), b.slice(3, 4), b.slice(3, 3) === '', b.slice(0) === b);  // expect: 4,1 4 true true
console.log((c + c).length, (c + c).slice(38, 44));  // expect: 80 ,215,1
