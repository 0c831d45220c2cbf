// Where values are and how old: young ones survive one scavenge, then are old; large ones have their own space.
// flags: --expose-gc
// skip-stress
var heap = require('nodule:heap');
global.o = {};
console.log(heap.spaceOf(o), heap.age(o));   // expect: new_space 0
console.log(heap.collect({type: 'minor'}).type, heap.spaceOf(o), heap.age(o));   // expect: minor new_space 1
heap.gc({type: 'minor'});
console.log(heap.spaceOf(o), heap.age(o));   // expect: old_pointer_space old
global.s = 'text ' + process.pid + ' that is new';
var text = s.split('').join('');
gc();
console.log(heap.spaceOf(text));   // expect: old_data_space
global.largeString = new Array(1000001).join('x');
console.log(heap.spaceOf(largeString), heap.age(largeString));   // expect: large_object_space old
console.log(heap.spaceOf(function () { }));   // expect: new_space
