// The classic way of deriving an error type.
function AppError(message, code) { Error.captureStackTrace(this, AppError); this.message = message; this.code = code; }
AppError.prototype = Object.create(Error.prototype, {constructor: {value: AppError}, name: {value: 'AppError'}});
function run() { throw new AppError('broken', 7); }
try { run(); } catch (e) {
  console.log(e instanceof AppError, e instanceof Error, e.name, e.message, e.code, String(e));   // expect: true true AppError broken 7 AppError: broken
}
console.log(Object.prototype.toString.call(new AppError()), Object.keys(new AppError('m', 1)).join());   // expect: [object Object] message,code
