// Frozen objects keep refusing when a site has seen many of the same shape.
function Point(x) { this.x = x; }
var frozen = Object.freeze(new Point(1)), plain = new Point(1);
function set(o, v) { o.x = v; o.extra = v; return o.x; }
for (var i = 0; i < 100; i++) set(plain, i);
set(frozen, 7);
console.log(plain.x, plain.extra, frozen.x, frozen.extra);   // expect: 99 99 1 undefined
var list = Object.freeze([1, 2, 3]);
function write(a, i, v) { a[i] = v; }
var ordinary = [1, 2, 3];
for (i = 0; i < 100; i++) write(ordinary, i % 5, i);
write(list, 0, 'no'); write(list, 3, 'no'); list.length = 1;
console.log(ordinary.join(), list.join(), list.length);   // expect: 95,96,97,98,99 1,2,3 3
