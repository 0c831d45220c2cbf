// The constructor, and how a FinalizationRegistry shows itself.
var registry = new FinalizationRegistry(function () {});
console.log(registry, Object.prototype.toString.call(registry));   // expect: FinalizationRegistry {} [object FinalizationRegistry]
console.log(FinalizationRegistry.length, registry.register.length, registry.unregister.length);           // expect: 1 2 1
console.log(Object.getOwnPropertyNames(FinalizationRegistry.prototype).join());   // expect: constructor,register,unregister
var target = {}, token = {};
console.log(registry.register(target, 'held'), registry.register(target, target.x, token), registry.register({}));   // expect: undefined undefined undefined
console.log(registry.unregister({}), registry.unregister(token), registry.unregister(token));   // expect: false true false
registry.register(target, 1, target);
console.log(registry.unregister(target), registry.unregister(target));   // expect: true false
var symbol = Symbol('s');
registry.register(symbol, 1, symbol);
console.log(registry.unregister(symbol), registry.unregister(Symbol('s')));   // expect: true false
