// collect() and its other name gc(): what was freed, by space.  statistics(): the spaces with their limits.
// skip-stress
var heap = require('nodule:heap');
heap.collect();
var garbage = [];
for (var i = 0; i < 1000; i++) garbage.push(new Array(100).fill(i));
garbage = null;
var result = heap.collect();
console.log(Object.keys(result).join(), result.type);   // expect: type,milliseconds,freed,spaces major
console.log(result.freed > 800000, result.milliseconds > 0);   // expect: true true
console.log(result.spaces[0].name, result.spaces[0].before - result.spaces[0].after === result.spaces[0].freed);   // expect: new_space true
console.log(result.spaces.reduce(function (sum, space) { return sum + space.freed; }, 0) === result.freed);   // expect: true
console.log(heap.gc({type: 'minor'}).type, heap.collect({}).type, heap.collect({type: 'major'}).type);   // expect: minor major major
var figures = heap.statistics();
console.log(Object.keys(figures).join(), Object.keys(figures.spaces[0]).join());   // expect: used,committed,limit,external,spaces name,used,free,committed,limit
console.log(figures.spaces.map(function (space) { return space.name; }).join());   // expect: new_space,old_pointer_space,old_data_space,code_space,shape_space,large_object_space
console.log(figures.spaces[0].limit / 1048576, figures.spaces[1].limit / 1048576, figures.limit / 1048576);   // expect: 16 1400 1464
console.log(figures.used === figures.spaces.reduce(function (sum, space) { return sum + space.used; }, 0));   // expect: true
