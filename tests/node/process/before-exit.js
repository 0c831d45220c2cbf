// 'beforeExit' may give the loop more to do.
var n = 0;
process.on('beforeExit', function (code) { console.log('beforeExit', code); if (n++ === 0) setTimeout(function () { console.log('more'); }, 1); });
process.on('exit', function (code) { console.log('exit', code); process.nextTick(function () { console.log('never'); }); setTimeout(function () { console.log('never'); }, 0); });
// expect: beforeExit 0
// expect: more
// expect: beforeExit 0
// expect: exit 0
