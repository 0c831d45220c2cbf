// --print prints a string without quotes.
// flags: --print "'text'"
// expect: text
