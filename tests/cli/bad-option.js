// flags: --xyz
// status: 9
// An unknown flag.
console.log('never');
// expect error: nodule: bad option: --xyz
