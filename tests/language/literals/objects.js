// Object literals: keys, shorthands, accessors, __proto__, spread.
var x = 1, y = 2, k = 'key'; var o = {x, y, [k + 1]: 3, 'quoted-name': 4, 5: 5, m() { return this.x; }, get g() { return 'got'; }, set g(v) { this.x = v; }, async: 1, get: 2, set: 3, if: 4};
console.log(Object.keys(o).join(), o.m(), o.g); o.g = 9; console.log(o.x);
console.log({a: 1, a: 2}.a, {__proto__: {inherited: 1}}.inherited, Object.keys({__proto__: null, b: 1}).join(), {['__proto__']: 5}.hasOwnProperty('__proto__'));
var s = {a: 1, ...{b: 2, a: 3}, ...null, ...'hi', c: 4}; console.log(JSON.stringify(s));
var e = {}; console.log(e.x, 'toString' in e, e.hasOwnProperty('x'));
console.log({get a() { return 1; }, get a() { return 2; }}.a, {a: 1, get a() { return 3; }}.a);
var t = {1e3: 'k', 0x10: 'hex', .5: 'half'}; console.log(Object.keys(t).join());
function P() { this.a = 1; this.b = 2; this.c = 3; this.d = 4; this.e = 5; this.f = 6; this.g = 7; this.h = 8; this.i = 9; } var p = new P(); p.j = 10; console.log(Object.keys(p).join(), p.i + p.j);
// expect: 5,x,y,key1,quoted-name,m,g,async,get,set,if 1 got
// expect: 9
// expect: 2 1 b true
// expect: {"0":"h","1":"i","a":3,"b":2,"c":4}
// expect: undefined true false
// expect: 2 3
// expect: 16,1000,0.5
// expect: a,b,c,d,e,f,g,h,i,j 19
