// Elements of results are defined, not set: prototypes with setters or read-only elements do not matter.
var seen = 0;
Object.defineProperty(Array.prototype, '0', {get: function () { return 'proto'; }, set: function () { seen++; }, configurable: true});
console.log([5].filter(Boolean).join(), [5].concat(6).join(), [5, 6].slice(0, 1).join(), seen);   // expect: 5 5,6 5 0
console.log([, 1].map(String).join());   // expect: proto,1
console.log(Array.from([7]).join(), [[8]].flat().join(), seen);   // expect: 7 8 0
var list = [];
list.push(1);
console.log(list.hasOwnProperty(0), list.length, seen);   // expect: false 1 1
Object.defineProperty(Array.prototype, '0', {value: 'fixed', writable: false});
try { [].push(1); } catch (e) { console.log(e.message); }   // expect: Cannot assign to read only property '0' of object '[object Array]'
delete Array.prototype[0];
console.log([].push(1));   // expect: 1
