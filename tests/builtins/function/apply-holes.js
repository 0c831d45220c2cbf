// apply looks for the missing elements of an array on the prototypes.
function list() { return Array.prototype.join.call(arguments, '|'); }
console.log(list.apply(null, [1, , 3]));   // expect: 1||3
Array.prototype[1] = 'filled';
console.log(list.apply(null, [1, , 3]), list.apply(null, new Array(2)));   // expect: 1|filled|3 |filled
delete Array.prototype[1];
console.log(list.apply(null, [1, , 3]), [].concat.apply([], [[1], [2, [3]], 4]).length);   // expect: 1||3 4
