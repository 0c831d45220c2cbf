// An array that is filled from its end begins sparse and becomes an ordinary one; what needs a dictionary keeps it.
var list = [];
for (var i = 5000; i >= 0; i--) list[i] = {n: i};
console.log(list.length, list[0].n, list[5000].n, Object.keys(list).length);   // expect: 5001 0 5000 5001
var odd = [];
for (i = 5001; i > 0; i -= 2) odd[i] = 'v' + i;
console.log(odd.length, 0 in odd, odd[1], odd[2], odd[5001], Object.keys(odd).length);   // expect: 5002 false v1 undefined v5001 2501
odd.push('last');
console.log(odd.indexOf('last'), odd.filter(Boolean).length);   // expect: 5002 2502

var mixed = [];
Object.defineProperty(mixed, 3000, {get: function () { return 'got'; }, configurable: true, enumerable: true});
Object.defineProperty(mixed, 2999, {value: 'fixed', writable: false});
for (i = 2998; i >= 0; i--) mixed[i] = i;
mixed[2999] = mixed[3000] = 'changed';
console.log(mixed[3000], mixed[2999], mixed[2998], mixed.length);   // expect: got fixed 2998 3001
var closed = [];
closed[2000] = 0;
for (i = 1999; i > 900; i--) closed[i] = i;
Object.defineProperty(closed, 'length', {writable: false});
for (; i >= 0; i--) closed[i] = i;
try { closed.push(1); } catch (e) { console.log(e.message); }   // expect: Cannot assign to read only property 'length' of object '[object Array]'
console.log(closed.length, closed[0], closed[2000]);   // expect: 2001 0 0
// stress-every: 23
