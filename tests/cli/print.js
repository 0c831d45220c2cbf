// -p prints a value as console.log does.
// flags: -p "[1, {a: 2}]"
// expect: [ 1, { a: 2 } ]
