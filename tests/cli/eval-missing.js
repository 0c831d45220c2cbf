// -r without a module takes the next argument, which is this file's name and is no module.
// skip-stress
// flags: -p "process.exit(0)" -r
// status: 1
// expect error: Cannot find module 'eval-missing.js'
