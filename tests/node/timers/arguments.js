// Callbacks that are no functions.
function t(f) { try { f(); } catch (e) { console.log(e.name, e.code, e.message); } }
t(function () { setTimeout('x'); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received type string ('x')
t(function () { setTimeout(); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received undefined
t(function () { setImmediate({}); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received an instance of Object
t(function () { process.nextTick(null); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received null
t(function () { queueMicrotask('a long string that is more than 28 characters'); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received type string ('a long string that is mor...')
t(function () { setInterval([]); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received an instance of Array
t(function () { setInterval(Symbol('a')); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received type symbol (Symbol(a))
t(function () { setInterval(Object.create(null)); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received [Object: null prototype] {}
t(function () { setInterval(-0); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received type number (-0)
t(function () { setInterval(true); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received type boolean (true)
t(function () { setInterval("it's"); });
// expect: TypeError ERR_INVALID_ARG_TYPE The "callback" argument must be of type function. Received type string ("it's")
