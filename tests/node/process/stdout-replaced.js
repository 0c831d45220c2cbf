// console.log goes through process.stdout.write where a script has put its own there.
var lines = [], write = process.stdout.write;
process.stdout.write = function (text) { lines.push(text); return true; };
console.log('captured %d', 1, {a: 1});
console.info('x');
process.stdout.write = write;
console.log(lines);
console.log(typeof process.stdout.on, process.stdout.once('finish', function () {}) === process.stdout);
// expect: [ 'captured 1 { a: 1 }\n', 'x\n' ]
// expect: function true
