// - runs the script that standard input gives.
// skip-stress
// flags: -
// stdin: console.log('from stdin', __filename, process.argv.slice(1)); setTimeout(function () { console.log('later'); }, 1);
// expect: from stdin [stdin] [ '-', 'stdin-script.js' ]
// expect: later
