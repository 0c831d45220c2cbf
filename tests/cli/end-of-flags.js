// -- ends the flags.
// skip-flags
// skip-stress
// flags: --expose-gc --
// args: --expose-gc
console.log(typeof gc, process.execArgv, process.argv.slice(2));   // expect: function [ '--expose-gc' ] [ '--expose-gc' ]
