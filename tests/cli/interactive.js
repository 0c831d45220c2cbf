// flags: -i
// A script that is named runs, as in node; the session is for standard input (tests/repl.py).
console.log('ran');  // expect: ran
