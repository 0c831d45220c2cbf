// {...o} asks each key when its turn comes: a getter may have deleted it, made it enumerable or hidden it.
function keys(o) { return Object.keys(o) + ''; }
console.log(keys({...{ get a() { delete this.b; return 1; }, b: 2 }}));                                    // expect: a
console.log(keys({...{ get a() { Object.defineProperty(this, 'b', { enumerable: false }); }, b: 2, c: 3 }}));   // expect: a,c
var hidden = { get a() { Object.defineProperty(this, 'b', { enumerable: true }); return 1; } };
Object.defineProperty(hidden, 'b', { value: 2, configurable: true, enumerable: false });
console.log(JSON.stringify({...hidden}), JSON.stringify({...hidden}));                    // expect: {"a":1,"b":2} {"a":1,"b":2}
console.log(JSON.stringify({...{ get a() { this.b = 3; this.z = 1; return 1; }, b: 2 }}));                 // expect: {"a":1,"b":3}
console.log(JSON.stringify({...{ get a() { delete this[1]; return 1; }, 1: 'x', 2: 'y' }}));               // expect: {"1":"x","2":"y","a":1}
console.log(JSON.stringify({...{ get 0() { delete this[1]; return 1; }, 1: 'x', 2: 'y' }}));               // expect: {"0":1,"2":"y"}
var proto = { b: 'inherited' }, o = Object.create(proto, { a: { get: function () { delete this.b; return 1; }, enumerable: true } });
o.b = 2;
console.log(JSON.stringify({...o}));                                                      // expect: {"a":1}
var s = Symbol('s');
console.log(keys({...'ab', ...[7], ...null}), ({...{ [s]: 5 }})[s], keys({...new String('x')}), ({...function () { }}).name);   // expect: 0,1 5 0 undefined
