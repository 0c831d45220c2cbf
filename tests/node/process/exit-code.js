// process.exitCode: which values it takes; a listener of exit may change it.
// status: 4
process.exitCode = 3;
process.on('exit', function (code) { console.log(code); process.exitCode = 4; });
function t(v) { try { process.exitCode = v; } catch (e) { console.log(e.code, e.message); } }
t('x'); t({}); t(1.5); t(true); t('7');
// expect: ERR_INVALID_ARG_TYPE The "code" argument must be of type number. Received type string ('x')
// expect: ERR_INVALID_ARG_TYPE The "code" argument must be of type number. Received an instance of Object
// expect: ERR_OUT_OF_RANGE The value of "code" is out of range. It must be an integer. Received 1.5
// expect: ERR_INVALID_ARG_TYPE The "code" argument must be of type number. Received type boolean (true)
console.log(process.exitCode);   // expect: 7
process.exitCode = 3;
// expect: 3
