// An uncaught value that is no error is printed in full depth below its line.
process.exitCode = 1;
throw {a: {b: {c: {}}}};
