// -p prints the value of the last statement that has one.
// flags: -p "var n = 0; for (var i = 0; i < 5; i++) n += i; if (n > 5) { n * 2; }"
// expect: 20
