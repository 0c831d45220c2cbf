// Reads of properties that are not there are cached; what makes them appear is seen all the same.
function read(o) { return o.late; }
function say(o) { var s = ''; for (var i = 0; i < 3; i++) s += read(o) + ' '; return s; }
var prototype = {}, plain = {a: 1}, child = Object.create(prototype);
console.log(say(plain) + say(child));
plain.late = 1;
console.log(say(plain));
console.log(say({a: 1}));
prototype.late = 2;
console.log(say(child));
delete prototype.late;
console.log(say(child));
Object.prototype.late = 3;
console.log(say(child) + say({a: 1}) + say([]) + say(function () {}));
delete Object.prototype.late;
console.log(say(child) + say({a: 1}) + say([]));
var other = {a: 1};
console.log(say(other));
Object.setPrototypeOf(other, {late: 4});
console.log(say(other));
Object.defineProperty(prototype, 'late', {get: function () { return 5; }, configurable: true});
console.log(say(child));
// through an object in dictionary mode
var many = {};
for (var i = 0; i < 2000; i++) many['k' + i] = i;
for (i = 0; i < 1000; i++) delete many['k' + i];
var below = Object.create(many);
console.log(say(below));
many.late = 6;
console.log(say(below) + say(many));
// many shapes at one place
function any(o) { return o.name; }
var seen = [];
for (i = 0; i < 12; i++) { var o = {}; o['p' + i] = 1; if (i % 3 === 0) o.name = i; seen.push(o); }
for (var round = 0; round < 3; round++) console.log(seen.map(any).join());
Object.prototype.name = 'all';
console.log(seen.map(any).join());
delete Object.prototype.name;
console.log(seen.map(any).join());
// names that are numbers to a typed array
function infinite(o) { return o.Infinity; }
var bytes = new Uint8Array(2);
Object.prototype.Infinity = 'seen';
console.log(infinite({}), infinite(bytes), infinite(Object.create(bytes)), infinite({}));
delete Object.prototype.Infinity;
