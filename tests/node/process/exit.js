// process.exit ends the program from any depth; nothing catches it.
// status: 5
process.on('exit', function (code) { console.log('exit', code, process.exitCode); });
function deep(n) { if (n > 0) return deep(n - 1); process.exit(5); }
try {
  [1].forEach(function () { try { deep(100); } catch (e) { console.log('caught'); } finally { console.log('finally'); } });
} catch (e) { console.log('caught too'); }
console.log('never');
// expect: exit 5 5
