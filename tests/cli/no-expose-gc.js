// Of a flag and its no- form the last one counts.
// flags: --expose-gc --no-expose-gc
console.log(typeof gc);   // expect: undefined
