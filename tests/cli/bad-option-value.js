// A value that is no number is refused for a flag that takes a size.
// flags: --max-old-space-size=abc
// status: 9
console.log('never');
// expect error: Error: illegal value for flag --max-old-space-size=abc of type size_t
// expect error: nodule: bad option: --max-old-space-size=abc
