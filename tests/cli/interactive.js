// A script that is named runs, as in node; the session is for standard input (tests/repl.py).
// flags: -i
console.log('ran');  // expect: ran
