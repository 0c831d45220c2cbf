// arguments, caller and callee: own and null on sloppy functions, accessors that throw elsewhere (ECMA-262 10.2.4).
function names(f) { return Reflect.ownKeys(f).map(String).join(); }
function message(f) { try { return String(f()); } catch (e) { return e.name + ': ' + e.message.slice(0, 45); } }
function sloppy(a) {}
function strict(a) { 'use strict'; return arguments; }
console.log(names(sloppy));   // expect: length,name,arguments,caller,prototype
console.log(names(strict));   // expect: length,name,prototype
console.log(names(() => 1), names({f() {}}.f), names(sloppy.bind()), names(Math.max));   // expect: length,name length,name length,name length,name
console.log(names(Function('')), names(Function('"use strict"')));   // expect: length,name,arguments,caller,prototype length,name,prototype
console.log(names(Function.prototype));   // expect: length,name,arguments,caller,constructor,apply,bind,call,toString,Symbol(Symbol.hasInstance)
console.log(names(strict(1)), names((function () { return arguments; })(1)));   // expect: 0,length,callee,Symbol(Symbol.iterator) 0,length,callee,Symbol(Symbol.iterator)
console.log(JSON.stringify(Object.getOwnPropertyDescriptor(sloppy, 'caller')), sloppy.arguments, sloppy.caller);   // expect: {"value":null,"writable":false,"enumerable":false,"configurable":false} null null
var thrower = Object.getOwnPropertyDescriptor(Function.prototype, 'caller').get;
var pair = Object.getOwnPropertyDescriptor(Function.prototype, 'arguments');
console.log(pair.get === thrower, pair.set === thrower, pair.enumerable, pair.configurable);   // expect: true true false true
var callee = Object.getOwnPropertyDescriptor(strict(1), 'callee');
console.log(callee.get === thrower, callee.set === thrower, callee.enumerable, callee.configurable);   // expect: true true false false
console.log(Object.isFrozen(thrower), names(thrower), thrower.length, thrower.name === '');   // expect: true length,name 0 true
console.log(message(function () { return strict.caller; }));   // expect: TypeError: 'caller', 'callee', and 'arguments' propertie
console.log(message(function () { return strict(1).callee; }));   // expect: TypeError: 'caller', 'callee', and 'arguments' propertie
console.log(message(function () { 'use strict'; strict.arguments = 1; }));   // expect: TypeError: 'caller', 'callee', and 'arguments' propertie
console.log(message(function () { return (() => 1).caller; }));   // expect: TypeError: 'caller', 'callee', and 'arguments' propertie
console.log(message(function () { return sloppy.bind().arguments; }));   // expect: TypeError: 'caller', 'callee', and 'arguments' propertie
console.log(message(thrower));   // expect: TypeError: 'caller', 'callee', and 'arguments' propertie
console.log(message(function () { 'use strict'; sloppy.caller = 1; }));   // expect: TypeError: Cannot assign to read only property 'caller' 
console.log(message(function () { 'use strict'; delete sloppy.caller; }));   // expect: TypeError: Cannot delete property 'caller' of function s
console.log(message(function () { sloppy.caller = 1; return sloppy.caller; }), 'caller' in sloppy);   // expect: null true
Object.freeze(sloppy);
console.log(Object.isFrozen(sloppy), names(sloppy), sloppy.caller);   // expect: true length,name,arguments,caller,prototype null
