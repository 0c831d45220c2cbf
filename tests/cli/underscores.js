// '-' and '_' are the same in flags; what follows the script is its own.
// skip-flags
// skip-stress
// flags: --max_old_space_size=100 --expose_gc --no-warnings --no_deprecation --stack-size=500
// args: --not-a-flag -x
console.log(typeof gc, process.execArgv.length, process.argv.slice(2).join());   // expect: function 5 --not-a-flag,-x
process.emitWarning('not shown');
process.emitWarning('not even emitted', 'DeprecationWarning');
process.on('warning', function (w) { console.log(w.message); });
// expect: not shown
