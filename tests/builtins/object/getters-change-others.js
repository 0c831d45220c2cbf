// Whether a property is enumerable is asked when its turn comes: a getter in front of it may have changed that.
function changing() {
  return Object.defineProperty({get a() {
    Object.defineProperty(this, 'b', {enumerable: false});
    Object.defineProperty(this, 'c', {enumerable: true});
    delete this.d;
    return 1;
  }, b: 2, d: 4}, 'c', {value: 3, enumerable: false, configurable: true});
}
console.log(Object.values(changing()).join());   // expect: 1,3
console.log(Object.entries(changing()).join(';'));   // expect: a,1;c,3
console.log(JSON.stringify(Object.assign({}, changing())));   // expect: {"a":1,"c":3}

// all descriptors are read before anything is defined
var target = {};
try { Object.defineProperties(target, {first: {value: 1}, second: {get: 1}}); } catch (e) { console.log(e.message); }   // expect: Getter must be a function: 1
console.log('first' in target);   // expect: false
var symbol = Symbol('s');
var made = Object.defineProperties({}, {
  all: {value: 1, writable: true, enumerable: true, configurable: true},
  none: {value: 2}, get: {get: function () { return 3; }, enumerable: true}, set: {set: undefined}, empty: {}, [symbol]: {value: undefined}});
console.log(JSON.stringify(Object.getOwnPropertyDescriptor(made, 'all')));   // expect: {"value":1,"writable":true,"enumerable":true,"configurable":true}
console.log(JSON.stringify(Object.getOwnPropertyDescriptor(made, 'none')));   // expect: {"value":2,"writable":false,"enumerable":false,"configurable":false}
console.log(made.get, Object.keys(made).join(), Object.keys(Object.getOwnPropertyDescriptor(made, 'set')).join());   // expect: 3 all,get get,set,enumerable,configurable
console.log(Object.keys(Object.getOwnPropertyDescriptor(made, 'empty')).join(), symbol in made);   // expect: value,writable,enumerable,configurable true
