// An unknown flag is refused with status 9.
// flags: --xyz
// status: 9
console.log('never');
// expect error: nodule: bad option: --xyz
