// Module scope: var is local, assignment to undeclared names makes globals, delete removes them.
var local = 1; console.log('local' in globalThis, typeof globalThis.local);
implicit = 'global'; console.log(globalThis.implicit, implicit, delete globalThis.implicit, typeof implicit);
(function () { made = 1; })(); console.log(made, Object.getOwnPropertyDescriptor(globalThis, 'made').configurable, delete made, typeof made);
globalThis.viaObject = 'x'; console.log(viaObject); viaObject = 'y'; console.log(globalThis.viaObject);
try { missing; } catch (e) { console.log(e.message); }
try { missing(); } catch (e) { console.log(e.message); }
try { (function () { 'use strict'; strictMissing = 1; })(); } catch (e) { console.log(e.message); }
console.log(typeof missing, this === module.exports, (function () { return this; })() === globalThis, globalThis === global);
Object.defineProperty(globalThis, 'readOnly', {value: 1, configurable: true}); readOnly = 2; console.log(readOnly);
try { (function () { 'use strict'; readOnly = 3; })(); } catch (e) { console.log(e.name, e.message); }
Object.defineProperty(globalThis, 'computed', {get: function () { return 'getter'; }, configurable: true}); console.log(computed);
console.log(typeof undefined, (function () { undefined = 1; NaN = 2; return [undefined, NaN].join(); })());
for (var i = 0; i < 3; i++) { if (i === 1) globalThis.appears = 'now'; console.log(typeof appears); }
// expect: false undefined
// expect: global global true undefined
// expect: 1 true true undefined
// expect: x
// expect: y
// expect: missing is not defined
// expect: missing is not defined
// expect: strictMissing is not defined
// expect: undefined true true true
// expect: 1
// expect: TypeError Cannot assign to read only property 'readOnly' of object '#<Object>'
// expect: getter
// expect: undefined ,NaN
// expect: undefined
// expect: string
// expect: string
