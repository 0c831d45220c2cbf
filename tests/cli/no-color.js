// --no-color wins over FORCE_COLOR.
// flags: --no-color
// env: FORCE_COLOR=1
console.log(1, {a: 'b'});  // expect: 1 { a: 'b' }
