// How a message shows an error: by its name and message, where they are strings.
function shown(name, message) {
  var e = new Error('x');
  e.name = name === 'itself' ? e : name;
  e.message = message === 'itself' ? e : message;
  Object.preventExtensions(e);
  try { Object.setPrototypeOf(e, null); } catch (thrown) { return '"' + thrown.message + '"'; }
}
console.log(shown('N', 'm'), shown(5, 'm'), shown('', 'm'), shown('N', undefined), shown('N', {}), shown({}, {}));
// expect: "N: m is not extensible" "m is not extensible" "m is not extensible" "N is not extensible" "N is not extensible" " is not extensible"
console.log(shown('itself', 'm'), shown('N', 'itself'), shown('itself', 'itself'));
// expect: "m is not extensible" "N is not extensible" " is not extensible"
var e = new Error('x');
e.name = e;
Error.captureStackTrace(e);
console.log(typeof e.stack);   // expect: string
