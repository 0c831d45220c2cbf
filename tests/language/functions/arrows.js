// Arrow functions: bodies, parameters, precedence, what they do not have.
var id = x => x, none = () => {}, obj = () => ({a: 1}), two = (a, b) => a + b, block = x => { return x * 2; }, nested = a => b => c => a + b + c;
console.log(id(1), none(), obj().a, two(1, 2), block(4), nested(1)(2)(3));   // expect: 1 undefined 1 3 8 6
console.log((() => 1)(), ((a, b = 2, ...c) => a + b + c.length)(1), (x => y => x)(1)(2), typeof (() => {}), (async => async)(5));   // expect: 1 3 1 function 5
console.log('prototype' in id, id.hasOwnProperty('arguments'), id.name, (() => 1).name, id.length);   // expect: false false id  1
var f = x => x ? 'yes' : 'no', g = x => x || 'default', h = () => 1, i = (x) => x in {a: 1}; console.log(f(0), g(0), h(), i('a'));   // expect: no default 1 true
try { new id(); } catch (e) { console.log(e.message); }   // expect: id is not a constructor
try { new (() => 1)(); } catch (e) { console.log(e.message); }   // expect: (intermediate value) is not a constructor
function outer() { return (() => (() => [this.v, arguments[0], new.target].join())())(); } console.log(outer.call({v: 'this'}, 'arg'));   // expect: this,arg,
var multi = (a,
  b) => a +
  b; console.log(multi(1, 2));   // expect: 3
console.log([3, 1, 2].sort((a, b) => b - a).map(x => x * 2).filter(x => x > 2).reduce((a, b) => a + b), [[1, 2]].map(p => p[0])[0]);   // expect: 10 1
var chooses = true ? x => 'then' : x => 'else', comma = (1, x => 'comma'); console.log(chooses(), comma());   // expect: then comma
var self = n => n ? n + self(n - 1) : 0; console.log(self(100));   // expect: 5050
var o = {m: () => typeof this, n() { return (() => this === o)(); }}; console.log(o.m(), o.n());   // expect: object true
