// console.group indents what follows.
console.group('G1');   // expect: G1
console.log('in1');   // expect:   in1
console.group();
console.log('in2\nline2');
// expect:     in2
// expect:     line2
console.groupEnd();
console.log({a: 1, b: 'y'.repeat(80)});
// expect:   {
// expect:     a: 1,
// expect:     b: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'
// expect:   }
console.groupEnd();
console.log('out');   // expect: out
console.groupEnd();
console.log('still');   // expect: still
