// Ropes may be a million pieces deep on either side, and flattening them does not recurse.
// skip-stress
var left = 'x', right = 'y';
for (var i = 0; i < 1000000; i++) {
  left = left + 'l';
  right = 'r' + right;
}
var both = left + '|' + right;
console.log(both.length);  // expect: 2000003
console.log(both.indexOf('|'), both.lastIndexOf('r'), both.charAt(0), both.charAt(both.length - 1));  // expect: 1000001 2000001 x y
console.log(left === 'x' + 'l'.repeat(1000000));  // expect: true
console.log(right === 'r'.repeat(1000000) + 'y');  // expect: true
