// Object as a function and by new; wrappers of primitives; attributes of what it holds.
console.log(typeof Object(1), Object('s') instanceof String, typeof Object(null), typeof new Object(undefined), Object(true).valueOf());   // expect: object true object object true
var o = {}; console.log(Object(o) === o, new Object(o) === o, Object.length, Object.name, Object.prototype.constructor === Object);   // expect: true true 1 Object true
console.log(new Object('ab')[1], new Object('ab').length, Object.keys(new Object('ab')).join());   // expect: b 2 0,1
console.log(Object.keys(Object).length, Object.getOwnPropertyNames(Object).join());   // expect: 0 length,name,prototype,assign,getOwnPropertyDescriptor,getOwnPropertyDescriptors,getOwnPropertyNames,getOwnPropertySymbols,hasOwn,is,preventExtensions,seal,create,defineProperties,defineProperty,freeze,getPrototypeOf,setPrototypeOf,isExtensible,isFrozen,isSealed,keys,entries,fromEntries,values
console.log(Object.getOwnPropertyNames(Object.prototype).join());   // expect: constructor,__defineGetter__,__defineSetter__,hasOwnProperty,__lookupGetter__,__lookupSetter__,isPrototypeOf,propertyIsEnumerable,toString,valueOf,__proto__,toLocaleString
console.log(Object.getPrototypeOf(Object) === Function.prototype, Object.getPrototypeOf(Object.prototype));   // expect: true null
console.log(Object.is(NaN, NaN), Object.is(0, -0), Object.is(-0, -0), Object.is('a', 'a'), Object.is({}, {}), Object.is(), Object.is(null, undefined));   // expect: true false true true false true false
function D() {} D.prototype = {d: 1}; console.log(Reflect.construct(Object, [1], D).d, typeof Reflect.construct(Object, [1]));   // expect: 1 object
