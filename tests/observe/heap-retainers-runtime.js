// A path that begins at what the runtime keeps for itself tells what that is.
'use strict';
const path = require('nodule:heap').retainers;
function Mark() {}
Object.getPrototypeOf([][Symbol.iterator]()).mark = new Mark();
console.log(path(Object.getPrototypeOf([][Symbol.iterator]()).mark).text);  // expect: %ArrayIteratorPrototype% → mark
Object.getPrototypeOf(new Map().keys()).mark = new Mark();
console.log(path(Object.getPrototypeOf(new Map().keys()).mark).text);       // expect: %MapIteratorPrototype% → mark
