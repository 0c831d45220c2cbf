// Objects inside themselves.
var o = {name: 'o'};
o.self = o; o.arr = [o, {o: o}];
console.log(o);
// expect: <ref *1> {
// expect:   name: 'o',
// expect:   self: [Circular *1],
// expect:   arr: [ [Circular *1], { o: [Circular *1] } ]
// expect: }
var a = [1];
a.push(a);
console.log(a);   // expect: <ref *1> [ 1, [Circular *1] ]
var x = {n: 'x'}, y = {n: 'y', x: x};
x.y = y;
console.log(x, [x, y]);
// expect: <ref *1> { n: 'x', y: { n: 'y', x: [Circular *1] } } [
// expect:   <ref *1> { n: 'x', y: { n: 'y', x: [Circular *1] } },
// expect:   <ref *2> { n: 'y', x: <ref *1> { n: 'x', y: [Circular *2] } }
// expect: ]
function F() { this.me = this; }
console.log(new F());   // expect: <ref *1> F { me: [Circular *1] }
