// Objects with very many properties, and their removal, keep order and values.
var o = {}, n = 2000;
for (var i = 0; i < n; i++) o['key' + i] = i;
console.log(Object.keys(o).length, o.key0, o.key1999, o.key777);   // expect: 2000 0 1999 777
for (i = 0; i < n; i += 3) delete o['key' + i];
console.log(Object.keys(o).length, o.key0, o.key1, 'key3' in o, Object.keys(o).slice(0, 3).join());   // expect: 1333 undefined 1 false key1,key2,key4
for (i = 0; i < n; i += 3) o['key' + i] = 'again';
console.log(Object.keys(o).length, o.key0, Object.keys(o)[Object.keys(o).length - 1]);   // expect: 2000 again key1998
var sum = 0; for (var k in o) if (typeof o[k] === 'number') sum += o[k]; console.log(sum);   // expect: 1332667
Object.defineProperty(o, 'key1', {get: function () { return 'getter'; }}); Object.freeze(o); o.key2 = 0; o.other = 1; console.log(o.key1, o.key2, o.other, Object.isFrozen(o));   // expect: getter 2 undefined true
var copy = Object.assign({}, o); console.log(Object.keys(copy).length, copy.key5);   // expect: 2000 5
