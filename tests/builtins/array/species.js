// The constructor that Symbol.species names makes the results of map, filter, slice, splice, concat, flat and flatMap.
function Other() { this.made = [].slice.call(arguments).join(); }
function derived(list) {
  list.constructor = {};
  list.constructor[Symbol.species] = Other;
  return list;
}
function show(o) { return Object.keys(o).map(function (k) { return k + ':' + o[k]; }).join(' ') + ' length=' + o.length; }
console.log(show(derived([1, , 3]).map(function (x) { return x * 2; })));   // expect: 0:2 2:6 made:3 length=undefined
console.log(show(derived([1, 2, 3]).filter(function (x) { return x > 1; })));   // expect: 0:2 1:3 made:0 length=undefined
console.log(show(derived([1, , 3]).slice(1)));   // expect: 1:3 made:2 length:2 length=2
console.log(show(derived([1, 2, 3]).splice(0, 2)));   // expect: 0:1 1:2 made:2 length:2 length=2
console.log(show(derived([1, 2]).concat([3, , 5], 6)));   // expect: 0:1 1:2 2:3 4:5 5:6 made:0 length:6 length=6
console.log(show(derived([1, [2, [3]]]).flat(Infinity)));   // expect: 0:1 1:2 2:3 made:0 length=undefined
console.log(show(derived([1, 2]).flatMap(function (x) { return [x, [x]]; })));   // expect: 0:1 1:1 2:2 3:2 made:0 length=undefined

var plain = [1];
plain.constructor = null;
try { plain.map(String); } catch (e) { console.log(e.message); }   // expect: object.constructor[Symbol.species] is not a constructor
plain.constructor = undefined;
console.log(plain.map(String).constructor === Array);   // expect: true
console.log(Array[Symbol.species] === Array);   // expect: true
function Sealed() { return Object.preventExtensions([]); }
try { [1].concat.call(Object.assign([1], {constructor: {[Symbol.species]: Sealed}}), 2); } catch (e) { console.log(e.message); }   // expect: Cannot define property 0, object is not extensible

// of and from make what `this` constructs
console.log(show(Array.of.call(Other, 'a', 'b')));   // expect: 0:a 1:b made:2 length:2 length=2
console.log(show(Array.from.call(Other, ['a', 'b'])));   // expect: 0:a 1:b made: length:2 length=2
console.log(show(Array.from.call(Other, {length: 2, 1: 'b'})));   // expect: 0:undefined 1:b made:2 length:2 length=2
console.log(Array.isArray(Array.from.call({}, [1])), Array.isArray(Array.of.call(undefined, 1)));   // expect: true true
try { Array.from({[Symbol.iterator]: 1}); } catch (e) { console.log(e.message); }   // expect: %Array%.from requires that the property of the first argument, items[Symbol.iterator], when exists, be a function

// a changed Array is seen, in the middle of a program
var before = [1, 2];
console.log(before.slice() instanceof Other);   // expect: false
Object.defineProperty(Array, Symbol.species, {value: Other});
console.log(before.slice() instanceof Other, [1].concat(2) instanceof Other);   // expect: true true
Object.defineProperty(Array, Symbol.species, {value: undefined});
console.log(before.slice() instanceof Other);   // expect: false
Array.prototype.constructor = {[Symbol.species]: Other};
console.log(before.map(String) instanceof Other);   // expect: true
