// The length that loops read is a getter of the prototype, which may be replaced or hidden.
function count(a) { var n = 0; for (var i = 0; i < a.length; i++) n++; return n; }
var a = new Uint8Array(5), b = new Float64Array(3), c = [1, 2];
console.log(count(a), count(a), count(b), count(c), count('abcd'), count({length: 1}), count(a));
// expect: 5 5 3 2 4 1 5
var shadowed = new Uint8Array(5);
Object.defineProperty(shadowed, 'length', {value: 2});
console.log(count(shadowed), count(a));   // expect: 2 5
Object.defineProperty(Uint8Array.prototype, 'length', {configurable: true, get: function () { return 1; }});
console.log(count(a), count(b), new Uint8Array([4, 5]).join());   // expect: 1 3 4,5
delete Uint8Array.prototype.length;
console.log(count(a), count(shadowed));   // expect: 5 2
