// for-in: order, inherited and shadowed keys, non-enumerable ones, what it goes over.
function keys(o) { var r = []; for (var k in o) r.push(k); return r.join(); }
console.log(keys({b: 1, 2: 1, a: 1, 1: 1}), keys([7, , 8]), keys('ab'), keys(null), keys(undefined), keys(5), keys(function () {}));   // expect: 1,2,b,a 0,2 0,1
var proto = {p: 1, shared: 1, 5: 1}, o = Object.create(proto, {hidden: {value: 1}, own: {value: 1, enumerable: true}, shared: {value: 1}}); console.log(keys(o));   // expect: own,5,p
var a = [1, 2]; a.extra = 1; a[5] = 1; console.log(keys(a));   // expect: 0,1,5,extra
function F() { this.x = 1; } F.prototype.y = 2; F.prototype.z = 3; var f = new F(); f.y = 5; console.log(keys(f));   // expect: x,y,z
var m = {}; for (m.k in {one: 1, two: 2}) ; console.log(m.k);   // expect: two
var last; for (var i in [1, 2, 3]) last = typeof i + i; console.log(last);   // expect: string2
for (var q in {z: 1}) ; console.log(q);   // expect: z
console.log(keys({[Symbol('s')]: 1, s: 2}), keys(Object.create({get acc() { return 1; }})), keys(new String('hi')));   // expect: s acc 0,1
var count = 0; for (var k in {a: 1, b: 2}) for (var l in {c: 1, d: 2}) count++; console.log(count, k, l);   // expect: 4 b d
(function () { console.log(keys(arguments)); })('x', 'y');   // expect: 0,1
