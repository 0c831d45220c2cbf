// Objects that have lost their prototypes: what util.inspect and error messages call them.
'use strict';
var util = require('util');
var objects = [
  Object(Symbol('q')), [][Symbol.iterator](), ''[Symbol.iterator](), 'a'.matchAll(/a/g), new Map()[Symbol.iterator](),
  new Set()[Symbol.iterator](), new Map(), new WeakSet(), new WeakRef({}), new FinalizationRegistry(function () {}),
  new DataView(new ArrayBuffer(8)), new ArrayBuffer(1), new Int8Array(1), new Date(0), [1], /x/, new Error('e'),
];
for (var object of objects) {
  Object.setPrototypeOf(object, null);
  Object.defineProperty(object, 'fixed', {value: 1});
  var message;
  try { delete object.fixed; } catch (error) { message = error.message.replace(/.* of /, ''); }
  console.log(message, util.inspect(object).split('\n')[0]);
}
