// Hidden classes: properties and their places, how the class came about, what is made from it.
var heap = require('nodule:heap');
function Point(x, y) { this.x = x; this.y = y; }
var p = new Point(1, 2), q = new Point(3, 4), shape = heap.shapeOf(p);
console.log(shape.id === heap.shapeOf(q).id, shape.of, shape.dictionary, shape.extensible);   // expect: true Point false true
console.log(shape.properties.map(function (property) { return property.name + ' ' + property.place + ' ' + property.slot; }).join());   // expect: x in the object 0,y in the object 1
console.log(shape.chain.map(function (step) { return step.added; }).join());   // expect: ,x,y
console.log(shape.chain[2].id === shape.id, shape.transitions.length);   // expect: true 0
q.z = 5;
shape = heap.shapeOf(p);
console.log(shape.transitions.length, shape.transitions[0].added, shape.transitions[0].id === heap.shapeOf(q).id);   // expect: 1 z true
console.log(heap.shapeOf(q).chain[2].id === shape.id);   // expect: true
var other = new Point(1, 2);
other.w = 1;
console.log(heap.shapeOf(p).transitions.map(function (step) { return step.added; }).sort().join());   // expect: w,z
delete other.x;
shape = heap.shapeOf(other);
console.log(shape.dictionary, shape.properties.map(function (property) { return property.name + ': ' + property.place; }).join());   // expect: true y: in the dictionary,w: in the dictionary
console.log(heap.shapeOf(Object.freeze({a: 1})).extensible, heap.shapeOf(Object.freeze({a: 1})).properties[0].writable);   // expect: false false
console.log(heap.shapeOf(Point.prototype).prototype, heap.shapeOf(p).prototype);   // expect: true false
var accessor = Object.defineProperty({}, 'x', {get: function () { }, enumerable: true});
console.log(JSON.stringify(heap.shapeOf(accessor).properties));   // expect: [{"name":"x","place":"in the object","slot":0,"accessor":true,"enumerable":true,"configurable":false}]
console.log(heap.shapeOf([1]).properties[0].name, heap.shapeOf([1]).properties[0].place);   // expect: length computed
var many = {};
for (var i = 0; i < 20; i++) many['p' + i] = i;
console.log(heap.shapeOf(many).properties[19].place);   // expect: in properties
