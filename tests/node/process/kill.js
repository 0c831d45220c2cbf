// process.kill sends by way of process._kill, so that a function in its place sees what would be sent; nothing is sent.
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name, e.code, e.message); } }
var send = process._kill;
process._kill = function (pid, signal) { console.log(this === process, pid, signal); };
t(function () { return process.kill(-1, 'SIGHUP'); });   // expect: true -1 1
// expect: true
t(function () { return process.kill('0'); });            // expect: true 0 15
// expect: true
t(function () { return process.kill(7, null); });        // expect: true 7 15
// expect: true
t(function () { return process.kill(true, 0); });        // expect: true true 0
// expect: true
t(function () { return process.kill(7, {toString: function () { return 'SIGINT'; }}); });   // expect: true 7 2
// expect: true
t(function () { process.kill(7, 'toString'); });         // expect: TypeError ERR_UNKNOWN_SIGNAL Unknown signal: toString
t(function () { process.kill(7, 1.5); });                // expect: TypeError ERR_UNKNOWN_SIGNAL Unknown signal: 1.5
t(function () { process.kill(Math.pow(2, 31)); });       // expect: TypeError ERR_INVALID_ARG_TYPE The "pid" argument must be of type number. Received type number (2147483648)
t(function () { process.kill(null); });                  // expect: TypeError ERR_INVALID_ARG_TYPE The "pid" argument must be of type number. Received null

process._kill = function () { return -1; };
t(function () { process.kill(7); });                     // expect: Error EPERM kill EPERM
process._kill = function () { return 'x'; };
t(function () { process.kill(7); });                     // expect: TypeError ERR_INVALID_ARG_TYPE The "err" argument must be of type number. Received type string ('x')
process._kill = function () { return 5; };
t(function () { process.kill(7); });                     // expect: RangeError ERR_OUT_OF_RANGE The value of "err" is out of range. It must be a negative integer. Received 5
process._kill = 3;
t(function () { try { process.kill(7); } catch (e) { return e instanceof TypeError; } });   // expect: true

// By itself it answers libuv's number.
t(function () { return send(process.pid, 0); });         // expect: 0
t(function () { return send(99999999, 0); });            // expect: -3
t(function () { return send(process.pid); });            // expect: TypeError ERR_MISSING_ARGS Bad argument.
