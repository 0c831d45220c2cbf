// The constructor, deref, and how a WeakRef shows itself.
var target = {a: 1}, ref = new WeakRef(target), symbol = Symbol('s');
console.log(ref.deref() === target, new WeakRef(symbol).deref() === symbol);         // expect: true true
console.log(new WeakRef(Symbol.iterator).deref() === Symbol.iterator);               // expect: true
console.log(ref, [new WeakRef([1, 2])], Object.prototype.toString.call(ref));        // expect: WeakRef {} [ WeakRef {} ] [object WeakRef]
console.log(WeakRef.length, WeakRef.name, WeakRef.prototype.deref.length);           // expect: 1 WeakRef 0
console.log(Object.getOwnPropertyNames(WeakRef.prototype).join());                   // expect: constructor,deref
var tag = Object.getOwnPropertyDescriptor(WeakRef.prototype, Symbol.toStringTag);
console.log(tag.value, tag.writable, tag.enumerable, tag.configurable);              // expect: WeakRef false false true
function Mine() {}
Mine.prototype = Object.create(WeakRef.prototype);
var mine = Reflect.construct(WeakRef, [target], Mine);
console.log(mine instanceof Mine, mine.deref() === target);                          // expect: true true
