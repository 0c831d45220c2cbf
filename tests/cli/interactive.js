// flags: -i
// status: 9
// expect error: nodule: the REPL is not available yet
