// Once, a warning says how to see where it comes from.
process.emitWarning('first', {detail: 'a detail'});
process.emitWarning('second');
