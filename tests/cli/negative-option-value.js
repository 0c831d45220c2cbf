// A negative value is refused for a flag that takes a size.
// flags: --max-old-space-size=-5
// status: 9
console.log('never');
// expect error: Error: Value for flag --max-old-space-size=-5 of type size_t is out of bounds [0-18446744073709551615]
