// --check reads the script and does not run it.
// flags: --check
// status: 0
console.log('not run');
