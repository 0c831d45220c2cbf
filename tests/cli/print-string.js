// flags: --print "'text'"
// expect: text
