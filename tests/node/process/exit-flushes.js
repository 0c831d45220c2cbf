// Output written before process.exit is not lost.
// status: 1
for (var i = 0; i < 20; i++) process.stdout.write(i + ' ');
console.log('end');
process.exit(1);
// expect: 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 end
