// JSON.stringify: values of all kinds.
console.log(JSON.stringify(1), JSON.stringify(-0), JSON.stringify(1.5), JSON.stringify(1e21), JSON.stringify(NaN), JSON.stringify(-Infinity), JSON.stringify('a'), JSON.stringify(true), JSON.stringify(null));   // expect: 1 0 1.5 1e+21 null null "a" true null
console.log(JSON.stringify(undefined), JSON.stringify(function () {}), JSON.stringify(Symbol('s')), JSON.stringify());   // expect: undefined undefined undefined undefined
console.log(JSON.stringify({a: undefined, b: function () {}, c: Symbol('c'), d: 1, [Symbol('e')]: 2}), JSON.stringify([undefined, function () {}, Symbol('c'), , 1]));   // expect: {"d":1} [null,null,null,null,1]
console.log(JSON.stringify(new Number(3)), JSON.stringify(new String('s')), JSON.stringify(new Boolean(false)), JSON.stringify(Object(Symbol('q'))), JSON.stringify([new Number(1), new String('x'), new Boolean(true)]));   // expect: 3 "s" false {} [1,"x",true]
console.log(JSON.stringify({}), JSON.stringify([]), JSON.stringify([[], {}, [[]]]), JSON.stringify({a: {}, b: []}));   // expect: {} [] [[],{},[[]]] {"a":{},"b":[]}
console.log(JSON.stringify({b: 1, a: 2, 1: 3, 0: 4, 'x y': 5, '': 6}));   // expect: {"0":4,"1":3,"b":1,"a":2,"x y":5,"":6}
console.log(JSON.stringify(new Date(0)), JSON.stringify({d: new Date(NaN)}), JSON.stringify(/x/), JSON.stringify(new Error('e')), JSON.stringify(new Map([[1, 2]])), JSON.stringify(Math));   // expect: "1970-01-01T00:00:00.000Z" {"d":null} {} {} {} {}
console.log(JSON.stringify(Object.create({inherited: 1}, {own: {value: 2, enumerable: true}, hidden: {value: 3}})));   // expect: {"own":2}
console.log(JSON.stringify({get a() { return 5; }, get b() { return this.a + 1; }}));   // expect: {"a":5,"b":6}
function P() { this.x = 1; } P.prototype.y = 2; console.log(JSON.stringify(new P()), JSON.stringify(Object.assign(Object.create(null), {z: 1})));   // expect: {"x":1} {"z":1}
var sparse = [1, 2]; sparse[5] = 3; sparse.extra = 4; console.log(JSON.stringify(sparse), JSON.stringify(new Array(3)));   // expect: [1,2,null,null,null,3] [null,null,null]
console.log(JSON.stringify((function () { return arguments; })(1, 'b')), JSON.stringify(Object('str')), JSON.stringify({a: Object('s')}));   // expect: {"0":1,"1":"b"} "str" {"a":"s"}
var many = {}; for (var i = 0; i < 200; i++) many['k' + i] = i; delete many.k5; console.log(JSON.stringify(many).length, JSON.stringify(many).slice(0, 60));   // expect: 1974 {"k0":0,"k1":1,"k2":2,"k3":3,"k4":4,"k6":6,"k7":7,"k8":8,"k9
var shrinking = {get a() { delete this.b; return 1; }, b: 2, c: 3}; console.log(JSON.stringify(shrinking));   // expect: {"a":1,"c":3}
var growing = {get a() { this.z = 1; return 1; }, b: 2}; console.log(JSON.stringify(growing), JSON.stringify(growing));   // expect: {"a":1,"b":2} {"a":1,"b":2,"z":1}
var changing = {get a() { this.b = 'changed'; return 1; }, b: 2}; console.log(JSON.stringify(changing));   // expect: {"a":1,"b":"changed"}
var array = [{toJSON: function () { array.length = 2; array[1] = 'new'; return 0; }}, 1, 2]; console.log(JSON.stringify(array));   // expect: [0,"new",null]
console.log(JSON.stringify([123456789, 4294967296, 0.1, 1e-7, 123456789012345680000]));   // expect: [123456789,4294967296,0.1,1e-7,123456789012345680000]
console.log(JSON.stringify.length, JSON.stringify.name);   // expect: 3 stringify
