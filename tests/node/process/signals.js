// Signals as events; listening does not keep the program alive.
// skip-stress
process.on('SIGUSR2', function (name, number) { console.log('got', name, number, this === process); });
process.once('SIGTERM', function () { console.log('term'); });
setTimeout(function () { process.kill(process.pid, 'SIGUSR2'); }, 1);
setTimeout(function () { process.kill(process.pid, 'SIGUSR2'); }, 40);
setTimeout(function () { process.kill(process.pid, 'SIGTERM'); }, 80);
setTimeout(function () { console.log(process.eventNames().indexOf('SIGUSR2') >= 0, process.listenerCount('SIGTERM')); }, 160);
try { process.kill(process.pid, 'SIGFOO'); } catch (e) { console.log(e.code, e.message); }
// expect: ERR_UNKNOWN_SIGNAL Unknown signal: SIGFOO
// expect: got SIGUSR2 12 true
// expect: got SIGUSR2 12 true
// expect: term
// expect: true 0
