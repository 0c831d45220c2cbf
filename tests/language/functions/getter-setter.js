// Accessors: in literals, on prototypes, inherited, this, deleted, on arrays, defined later.
var log = []; var o = {_v: 1, get v() { log.push('get'); return this._v; }, set v(x) { log.push('set ' + x); this._v = x; }};
o.v = 2; o.v++; o.v += 10; console.log(o.v, log.join());
var child = Object.create(o); child.v = 'child'; console.log(child.v, o.v, Object.keys(child).join());
var onlyGet = {get x() { return 1; }}, onlySet = {set x(v) {}}; onlyGet.x = 5; console.log(onlyGet.x, onlySet.x, 'x' in onlySet);
console.log(({get a() { return 1; }, a: 2}).a, ({a: 2, get a() { return 1; }}).a, Object.keys({get z() {}, y: 1, set z(v) {}}).join());
var key = 'computed'; console.log(({get [key + '!']() { return 'c'; }})['computed!'], ({get 'quoted key'() { return 'q'; }})['quoted key'], ({get 5() { return 'five'; }})[5]);
console.log(({get get() { return 'g'; }}).get, ({set set(v) { this.w = v; }}).set, ({get: 1, set: 2}).get, ({get() { return 'method'; }}).get());
function T() {} Object.defineProperty(T.prototype, 'double', {get: function () { return this.n * 2; }}); var t = new T(); t.n = 21; console.log(t.double); t.double = 1; console.log(t.double, t.hasOwnProperty('double'));
for (var i = 0, s = 0; i < 100; i++) { t.n = i; s += t.double; } console.log(s);
var a = []; Object.defineProperty(a, 0, {get: function () { return 'element'; }, configurable: true}); console.log(a[0], a.length, a.join());
try { ({get x() { throw new Error('thrown'); }}).x; } catch (e) { console.log(e.message); }
var lazy = {get value() { Object.defineProperty(this, 'value', {value: 'computed once'}); return this.value; }}; console.log(lazy.value, lazy.value, Object.getOwnPropertyDescriptor(lazy, 'value').get);
console.log(delete o.v, o.v, Object.getOwnPropertyDescriptor(onlyGet, 'x').set);
// expect: 13 set 2,get,set 3,get,set 13,get
// expect: child 13 _v
// expect: 1 undefined true
// expect: 2 1 z,y
// expect: c q five
// expect: g undefined 1 method
// expect: 42
// expect: 42 false
// expect: 9900
// expect: element 1 element
// expect: thrown
// expect: computed once computed once undefined
// expect: true undefined undefined
