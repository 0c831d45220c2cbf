// The name of the constructor stands in front.
function Foo() { this.x = 1; }
function Empty() {}
console.log(new Foo(), [new Foo()], {f: {g: {h: new Foo()}}});
// expect: Foo { x: 1 } [ Foo { x: 1 } ] { f: { g: { h: [Foo] } } }
console.log(new Empty(), Object.create(null), Object.create({}), Object.create(Foo.prototype), Object.create(new Foo()));
// expect: Empty {} [Object: null prototype] {} {} Foo {} Foo {}
var n = Object.create(null);
n.a = 1;
console.log(n, [n], {n: {n: {n: n}}});
// expect: [Object: null prototype] { a: 1 } [ [Object: null prototype] { a: 1 } ] { n: { n: { n: [Object: null prototype] } } }
console.log(Object.create(n), Object.create(Object.create(null)));
// expect: Object <[Object: null prototype]> {} Object <[Object: null prototype] {}> {}
function Bar() { Foo.call(this); }
Bar.prototype = Object.create(Foo.prototype);
console.log(new Bar());   // expect: Foo { x: 1 }
Bar.prototype.constructor = Bar;
console.log(new Bar());   // expect: Bar { x: 1 }
Foo.prototype.constructor = undefined;
console.log(new Foo());   // expect: { x: 1 }
function List() { Array.call(this); }
console.log(Object.setPrototypeOf([1, 2], null), Object.setPrototypeOf([1, 2], List.prototype));
// expect: [Array(2): null prototype] [ 1, 2 ] List { '0': 1, '1': 2 }
