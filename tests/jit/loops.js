// Machine code that takes over in the middle of a loop: of the script itself, of loops in loops, of functions called once.
var sum = 0, text = '', object = {n: 0}, array = [];
for (var i = 0; i < 5000; i++) {
  sum += i & 3;
  if (i % 1000 === 0) text += i;
  object.n++;
  array[i & 15] = i;
}
console.log(sum, text, object.n, array.join());   // expect: 7500 01000200030004000 5000 4992,4993,4994,4995,4996,4997,4998,4999,4984,4985,4986,4987,4988,4989,4990,4991
function once() {
  var total = 0;
  for (var i = 0; i < 60; i++) {
    var j = 0;
    while (true) { if (++j > i) break; total += j; }
    do { total -= 0.5; j -= 2; } while (j > 0);
    for (var k in object) total += k.length;
    for (var v of array) total += v & 1;
  }
  return total;
}
console.log(once());   // expect: 36065
let lexical = 1;
for (let n = 0; n < 1000; n++) { const twice = n * 2; if (n === 999) lexical = twice; }
console.log(lexical);   // expect: 1998
var closures = [];
for (let n = 0; n < 400; n++) closures.push(() => n);
console.log(closures[0](), closures[399]());   // expect: 0 399
switcher: for (var s = 0; ; s++) {
  switch (s % 5) {
  case 0: continue switcher;
  case 3: if (s > 700) break switcher; break;
  default: text = s;
  }
}
console.log(s, text);   // expect: 703 702
var mixed = 0;
for (var m = 0; m < 1000; m++) mixed = m < 500 ? mixed + 1 : m < 700 ? mixed + 0.25 : m < 702 ? mixed + 'x' : mixed;
console.log(mixed);   // expect: 550xx
