// A value is refused for a flag that is only on or off.
// flags: --expose-gc=3
// status: 9
console.log('never');
// expect error: Error: illegal value for flag --expose-gc=3 of type bool
// expect error: To set or unset a boolean flag, use --flag or --no-flag.
