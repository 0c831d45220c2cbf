// An error out of a callback of a builtin function.
console.log('start'); // expect: start
[1, 2].forEach(function each(x) { if (x === 2) x.missing.y; console.log(x); }); // expect: 1
// expect error: TypeError: Cannot read properties of undefined (reading 'y')
// expect error: at each (
// expect error: at Array.forEach (<anonymous>)
