// flags: --check
// status: 0
console.log('not run');
