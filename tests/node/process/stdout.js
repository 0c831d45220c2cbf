// process.stdout and process.stderr
console.log(process.stdout.write('text\n'), typeof process.stderr.write, process.stdout.isTTY, process.stdout.fd, process.stderr.fd, process.stdout === process.stdout);
// expect: text
// expect: true function undefined 1 2 true
process.stdout.write('with callback\n', function () { console.log('written'); });   // expect: with callback
process.stdout.write('');
try { process.stdout.write(5); } catch (e) { console.log(e.code); }   // expect: ERR_INVALID_ARG_TYPE
process.stdout.write('ü€😀\n');   // expect: ü€😀
// expect: written
