// A flag that takes a size is refused without a value.
// flags: --max-old-space-size
// status: 9
console.log('never');
// expect error: Error: illegal value for flag --max-old-space-size of type size_t
