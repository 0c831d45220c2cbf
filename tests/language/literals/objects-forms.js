// Object literals: shorthand, computed keys, methods, numeric and odd keys, duplicates, __proto__.
var x = 1, y = 'why', key = 'dyn';
var o = {x, y, m(a) { return a; }, [key]: 2, [key + '2']() { return 'computed method'; }, 'quoted-key': 3, 42: 'num', 1.5: 'float', 0x10: 'hex', if: 'reserved', get: 'get', set: 'set', async: 'async', null: 'null', true: 'true'};
console.log(o.x, o.y, o.m(5), o.dyn, o.dyn2(), o['quoted-key'], o[42], o['1.5'], o[16], o.if, o.get, o.set, o.async, o.null, o.true);   // expect: 1 why 5 2 computed method 3 num float hex reserved get set async null true
console.log(Object.keys(o).join());   // expect: 16,42,x,y,m,dyn,dyn2,quoted-key,1.5,if,get,set,async,null,true
console.log(Object.keys({a: 1, b: 2, a: 3}).join(), ({a: 1, a: 2}).a, ({a: 1, get a() { return 'getter'; }}).a, ({get a() { return 1; }, a: 'data'}).a);   // expect: a,b 2 getter data
var p = {inherited: 'yes'}; console.log(({__proto__: p}).inherited, ({'__proto__': p}).inherited, ({['__proto__']: p}).inherited, ({__proto__() { return 1; }}).hasOwnProperty('__proto__'), ({__proto__: 5}).toString === Object.prototype.toString, Object.getPrototypeOf({__proto__: null}));   // expect: yes yes undefined true true null
var __proto__ = p; console.log(Object.keys({__proto__}).length, ({__proto__}).inherited);   // expect: 1 undefined
var n = 0; var order = {[++n]: ++n, [++n]: ++n}; console.log(JSON.stringify(order));   // expect: {"1":2,"3":4}
console.log({[Symbol.toPrimitive]: () => 'prim'} + '', ({[{toString: () => 'objkey'}]: 1}).objkey, ({[null]: 1})['null'], ({[[1, 2]]: 'arr'})['1,2'], ({[-0]: 'zero'})[0], ({[1e21]: 'big'})['1e+21']);   // expect: prim 1 1 arr zero big
console.log(o.m.name, o.dyn2.name, ({f: function () {}}).f.name, ({f: () => 1}).f.name, ({[Symbol('s')]: () => 1})[Symbol.iterator], ({'a b': function () {}})['a b'].name, ({5: function () {}})[5].name);   // expect: m dyn2 f f undefined a b 5
var sym = Symbol('desc'); console.log(({[sym]() {}})[sym].name, ({get [sym]() { return Object.getOwnPropertyDescriptor(this, sym).get.name; }})[sym], ({[Symbol()]: function () {}, z: 1}).z);   // expect: [desc] get [desc] 1
var big = {a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10, k: 11, l: 12}; console.log(Object.keys(big).length, big.l);   // expect: 12 12
