// The spaces; their sums are the figures of the whole.
var v8 = require('v8'), spaces = v8.getHeapSpaceStatistics(), whole = v8.getHeapStatistics();
console.log(Object.keys(spaces[0]).join());   // expect: space_name,space_size,space_used_size,space_available_size,physical_space_size
console.log(spaces.map(function (space) { return space.space_name; }).join());   // expect: new_space,old_pointer_space,old_data_space,code_space,shape_space,large_object_space
function sum(key) { return spaces.reduce(function (total, space) { return total + space[key]; }, 0); }
console.log(Math.abs(sum('space_used_size') - whole.used_heap_size) < 100000);   // expect: true
console.log(Math.abs(sum('space_size') - whole.total_heap_size) < 100000);       // expect: true
