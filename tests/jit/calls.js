// Calls between compiled functions, interpreted ones and natives.
// stress-every: 31
var log = [];
function note() { log.push(Array.prototype.map.call(arguments, String).join(' ')); }
function show(f) {
  try { return f.apply(null, Array.prototype.slice.call(arguments, 1)); } catch (e) { return e.name + ': ' + e.message; }
}
function hot(f) { for (var i = 0; i < 300; i++) f(i, 1, 2); }
function three(a, b, c) { return a + '/' + b + '/' + c; }
function few(a) { return three(a); }
function many(a) { return three(a, 1, 2, 3, 4, 5); }
function spread(a) { return three(...a); }
hot(few); hot(many);
note(few('x'), many('x'), spread([1, 2]), spread([1, 2, 3, 4]));
function withDefaults(a, b = a * 2, c = a + b) { return [a, b, c].join(); }
function withRest(a, ...rest) { return a + ':' + rest.length + ':' + rest; }
hot(withDefaults); hot(withRest);
note(withDefaults(1), withDefaults(1, undefined, 9), withRest(), withRest(1, 2, 3));
function locals(a) { var u, v, w; if (a) { u = 1; } return String([a, u, v, w]); }
hot(locals);
note(locals(0), locals());
function lots(a) {
  var b01, b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20, b21;
  return [b01, b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20, b21].join('') + a;
}
hot(lots);
note(lots('none'));
function sloppyThis() { return typeof this; }
function strictThis() { 'use strict'; return typeof this; }
function thisOf(f, v) { return f.call(v); }
for (var i = 0; i < 300; i++) { sloppyThis(); strictThis(); thisOf(sloppyThis, 5); thisOf(strictThis, 5); }
note(sloppyThis(), strictThis(), thisOf(sloppyThis, 'a'), thisOf(strictThis, 'a'), thisOf(sloppyThis, null), thisOf(strictThis, null));
function applied() { return three.apply(null, arguments); }
function appliedTwice() { return applied.apply(this, arguments) + '!'; }
hot(applied); hot(appliedTwice);
note(applied(), applied(1, 2), appliedTwice(1, 2, 3, 4));
var oldApply = Function.prototype.apply;
three.apply = function () { return 'own apply ' + arguments.length; };
note(applied(1));
delete three.apply;
note(applied(1), show(function () { return Math.max.apply(null, arguments); }, 3, 9, 4));
var bound = three.bind(null, 'bound');
function callBound(a) { return bound(a); }
hot(callBound);
note(callBound(7));
function callAny(f) { return f(1); }
for (i = 0; i < 300; i++) callAny(three);
note(callAny(Math.abs), callAny(String), callAny(Object), callAny(bound), show(callAny, 5), show(callAny, undefined), show(callAny, {}), callAny(a => a + 1));
function callMember(o) { return o.go(2); }
for (i = 0; i < 300; i++) callMember({go: function (n) { return n; }});
note(show(callMember, {}), show(callMember, {go: 5}), callMember({go: Math.sqrt}), show(callMember, null));
// new
function Fields(a, b) { this.a = a; this.b = b; this.c = null; this.d = 'text'; this.self = this; }
function make(a, b) { return new Fields(a, b); }
for (i = 0; i < 300; i++) make(i, {});
var made = make(1, 'b');
note(made.a, made.b, made.c, made.d, made.self === made, make().a, make(1, 2, 3).b, made instanceof Fields, Object.keys(made));
Object.defineProperty(Fields.prototype, 'b', {set: function (v) { this.hidden = v; }, configurable: true});
note(Object.keys(make(1, 2)), make(1, 2).hidden);
delete Fields.prototype.b;
note(Object.keys(make(1, 2)));
Fields.prototype = {constructor: Fields, kind: 'other'};
note(make(1, 2).kind, made.kind, make(1, 2) instanceof Fields, made instanceof Fields);
function Child(a) { Fields.call(this, a, 2); this.child = true; }
Child.prototype = Object.create(Fields.prototype);
for (i = 0; i < 300; i++) new Child(i);
note(JSON.stringify(Object.keys(new Child(5))));
function Returns(v) { this.own = 1; return v; }
function returning(v) { return new Returns(v); }
hot(returning);
note(returning(5).own, returning({own: 'given'}).own, returning(null).own, typeof returning(function () {}), returning('s').own);
function Target() { this.t = new.target === undefined ? 'call' : new.target.name; return; }
for (i = 0; i < 300; i++) new Target();
note(new Target().t, show(function () { 'use strict'; return Reflect.construct(Target, [], Fields).t; }));
note(show(function () { return new (() => 1)(); }), show(function () { return new Math.abs(1); }), show(function (f) { return new f(); }, 5));
note(new Array(3).length, new Date(0).getTime(), new Map([[1, 2]]).get(1), new Error('e').message);
// recursion, mutual and deep
function even(n) { return n === 0 ? true : odd(n - 1); }
function odd(n) { return n === 0 ? false : even(n - 1); }
note(even(1000), odd(999));
var depth = 0;
function deep() { depth++; return deep() + 1; }
for (i = 0; i < 3; i++) { depth = 0; note(show(deep), depth > 1000); }
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
note(fib(15));
// callbacks
var numbers = [];
for (i = 0; i < 400; i++) numbers.push(i * 7919 % 400);
note(numbers.slice().sort(function (a, b) { return a - b; }).slice(0, 5), numbers.map(function (n) { return n * 2; }).reduce(function (a, b) { return a + b; }),
  numbers.filter(function (n, i, a) { return n > 390 && a === numbers; }), 'aXbX'.replace(/X/g, function (m, at) { return at; }));
note(show(function () { numbers.slice().sort(function (a, b) { if (a > 350) throw new Error('sorting'); return a - b; }); }));
var getters = {get g() { return fib(5); }};
function sumOf(o) { var s = 0; for (var i = 0; i < 300; i++) s += o.g; return s; }
note(sumOf(getters), sumOf({g: 1}), sumOf({get g() { return {valueOf: function () { return 2; }}; }}));
note(JSON.stringify({toJSON: function () { return sumOf(getters); }}));
console.log(log.join('\n'));
