// Object.prototype.toString by kind and by Symbol.toStringTag.
var ts = Object.prototype.toString;
console.log([undefined, null, 1, 'x', true, Symbol(), {}, [], function () {}, new Date(0), /x/, new Error('e')].map(function (v) { return ts.call(v); }).join());   // expect: [object Undefined],[object Null],[object Number],[object String],[object Boolean],[object Symbol],[object Object],[object Array],[object Function],[object Date],[object RegExp],[object Error]
console.log([Math, JSON, Reflect, globalThis, new Map(), new Set(), new WeakMap(), [].values(), ''[Symbol.iterator](), new Map().keys()].map(function (v) { return ts.call(v); }).join());   // expect: [object Math],[object JSON],[object Reflect],[object global],[object Map],[object Set],[object WeakMap],[object Array Iterator],[object String Iterator],[object Map Iterator]
console.log((function () { return ts.call(arguments); })(), ts.call(new Number(1)), ts.call(new String('')), ts.call(new Boolean(true)), ts.call(Object(Symbol())));   // expect: [object Arguments] [object Number] [object String] [object Boolean] [object Symbol]
console.log(ts.call({[Symbol.toStringTag]: 'Mine'}), ts.call({[Symbol.toStringTag]: 5}), ts.call(Object.create({get [Symbol.toStringTag]() { return 'Got'; }})));   // expect: [object Mine] [object Object] [object Got]
console.log(String({}), {} + '', `${{}}`, {}.toLocaleString(), ts.call(Object.create(null)), ts.call(Object.create([])));   // expect: [object Object] [object Object] [object Object] [object Object] [object Object] [object Object]
console.log(ts.call(() => 1), ts.call(Math.max), ts.call((function () {}).bind()));   // expect: [object Function] [object Function] [object Function]
console.log({toString: function () { return 'own'; }}.toLocaleString(), Object.prototype.toLocaleString.call(5), Object.prototype.toLocaleString.call('s'));   // expect: own 5 s
try { Object.prototype.toLocaleString.call(null); } catch (e) { console.log(e.name); }   // expect: TypeError
try { Object.prototype.valueOf.call(undefined); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError Cannot convert undefined or null to object
console.log(typeof Object.prototype.valueOf.call(1), Object.prototype.valueOf.call(ts) === ts);   // expect: object true
