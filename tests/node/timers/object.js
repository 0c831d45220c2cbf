// What setTimeout returns.
var t = setTimeout(function () { console.log(this === t, arguments.length); }, 1, 'a', 'b');
console.log(typeof t, t.constructor.name, t.hasRef(), t.unref() === t, t.hasRef(), t.ref() === t, t.hasRef());
// expect: object Timeout true true false true true
console.log(typeof t[Symbol.toPrimitive](), +t === +t, t.refresh() === t, typeof t.close);
// expect: number true true function
var closed = setTimeout(function () { console.log('never'); }, 1);
console.log(closed.close() === closed);   // expect: true
setTimeout(function () { console.log('unreferenced timers do not keep the program alive'); }, 10000).unref();
// expect: true 2
