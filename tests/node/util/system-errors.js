// Names and messages of the errors of the system.
var u = require('util');
console.log(u.getSystemErrorName(-2), u.getSystemErrorName(-13), u.getSystemErrorName(-99999));
console.log(u.getSystemErrorMap().get(-13), u.getSystemErrorMap() instanceof Map);
[undefined, 1, -1.5, 'x'].forEach(function (n) { try { u.getSystemErrorName(n); } catch (e) { console.log(e.code, e.message); } });
// expect: ENOENT EACCES Unknown system error -99999
// expect: [ 'EACCES', 'permission denied' ] true
// expect: ERR_INVALID_ARG_TYPE The "err" argument must be of type number. Received undefined
// expect: ERR_OUT_OF_RANGE The value of "err" is out of range. It must be a negative integer. Received 1
// expect: ERR_OUT_OF_RANGE The value of "err" is out of range. It must be a negative integer. Received -1.5
// expect: ERR_INVALID_ARG_TYPE The "err" argument must be of type number. Received type string ('x')
