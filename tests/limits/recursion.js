// Endless recursion is a RangeError, whichever way it goes through the library, and can be caught again and again.
// stress-every: 5000
function endless(name, f) {
  for (var i = 0; i < 2; i++) {
    try { f(); console.log(name, 'returned'); } catch (e) {
      if (!(e instanceof RangeError) || e.message !== 'Maximum call stack size exceeded') console.log(name, String(e));
    }
  }
}
endless('call', function f() { return f() + 1; });
endless('objects', function () { function f(o) { return f({o: o}); } f({}); });
endless('construct', function () { function F() { return new F(); } new F(); });
endless('apply', function () { function f() { return f.apply(null, arguments); } f(1, 2, 3); });
endless('Reflect.apply', function () { function f() { return Reflect.apply(f, null, []); } f(); });
endless('bind', function () { function f() { return f.bind()(); } f(); });
endless('sort', function () { function f() { return [1, 2].sort(f); } f(); });
endless('forEach', function () { function f() { return [1].forEach(f); } f(); });
endless('Map.forEach', function () { function f() { return new Map([[1, 2]]).forEach(f); } f(); });
endless('Array.from', function () { function f() { return Array.from([1], f); } f(); });
endless('replace', function () { function f() { return 'x'.replace('x', f); } f(); });
endless('getter', function () { var o = {get x() { return this.x; }}; return o.x; });
endless('toString', function () { var o = {toString: function () { return '' + o; }}; return '' + o; });
endless('valueOf', function () { var o = {valueOf: function () { return +o; }}; return +o; });
endless('toJSON', function () { var o = {toJSON: function () { return JSON.stringify(o); }}; return JSON.stringify(o); });
endless('iterator', function () { var o = {}; o[Symbol.iterator] = function () { return [...o]; }; return [...o]; });
console.log('end');   // expect: end
