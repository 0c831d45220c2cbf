process.exitCode = 1;
throw {a: {b: {c: {}}}};
