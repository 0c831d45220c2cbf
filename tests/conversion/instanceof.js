// instanceof: inherited prototypes, bound functions, Symbol.hasInstance, errors; typeof.
function A() {}
function B() {}
B.prototype = Object.create(A.prototype);
var b = new B();
console.log(b instanceof B, b instanceof A, b instanceof Object, b instanceof Array, 5 instanceof Number, null instanceof Object, A instanceof Function);  // expect: true true true false false false true
var bound = A.bind(null);
console.log(b instanceof bound, ({}) instanceof bound);  // expect: true false
var even = {};
even[Symbol.hasInstance] = function (n) { return n % 2 === 0; };
console.log(2 instanceof even, 3 instanceof even, Function.prototype[Symbol.hasInstance].call(A, b));  // expect: true false true
try { b instanceof {}; } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: TypeError: Right-hand side of 'instanceof' is not callable
try { b instanceof 5; } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: TypeError: Right-hand side of 'instanceof' is not an object
try { b instanceof (() => 1); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: TypeError: Function has non-object prototype 'undefined' in instanceof check
console.log(typeof undefined, typeof null, typeof 1, typeof 1.5, typeof '', typeof true, typeof {}, typeof A, typeof Symbol(), typeof [], typeof bound);  // expect: undefined object number number string boolean object function symbol object function
