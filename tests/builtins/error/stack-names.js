// What a stack calls the functions: the receiver's type, the function's name or the place it is stored in, and [as method].
function make() { return new Error('made'); }
function show(error) { console.log(error.stack.split('\n')[2].replace(/ \(.*\/|\/.*\//, ' (').trim()); }
var o = {
  method: function () { return make(); },
  other: function named() { return make(); },
  get value() { return make(); },
  'a b': function () { return make(); },
  [1]: function () { return make(); },
};
show(o.method());   // expect: at Object.method (stack-names.js:5:32)
show(o.other());   // expect: at Object.named [as other] (stack-names.js:6:36)
show(o.value);   // expect: at get value [as value] (stack-names.js:7:24)
show(o['a b']());   // expect: at a b (stack-names.js:8:31)
show(o[1]());   // expect: at 1 (stack-names.js:9:29)
show({renamed: o.method}.renamed());   // expect: at Object.method [as renamed] (stack-names.js:5:32)

function Thing() {
  this.own = function () { return make(); };
}
Thing.prototype.shared = function () { return make(); };
Thing.made = function () { return make(); };
exports.out = function () { return make(); };
var either = null || function () { return make(); }, list = [function () { return make(); }], x = {};
x.a = x.b = function () { return make(); };
x['c-d'] = function () { return make(); };
show(new Thing().own());   // expect: at Thing.own (stack-names.js:19:35)
show(new Thing().shared());   // expect: at Thing.shared (stack-names.js:21:47)
show(Thing.made());   // expect: at Thing.made (stack-names.js:22:35)
show(exports.out());   // expect: at exports.out (stack-names.js:23:36)
show(either());   // expect: at either (stack-names.js:24:43)
show(list[0]());   // expect: at Array.list (stack-names.js:24:83)
show(x.a());   // expect: at x.a.x.b (stack-names.js:25:34)
show(x['c-d']());   // expect: at x.c-d (stack-names.js:26:33)
console.log(JSON.stringify([Thing.made.name, either.name, list[0].name]));   // expect: ["","",""]

show((function () { return make(); }).call(5));   // expect: at Number.<anonymous> (stack-names.js:37:28)
show((function f() { return make(); }).call('s'));   // expect: at String.f (stack-names.js:38:29)
show(Object.defineProperty({}, 'p', {get: function () { return make(); }}).p);   // expect: at Object.get (stack-names.js:39:64)
console.log(new Function('return new Error()')().stack.split('\n')[1].replace(/\(\/.*\//, '(').trim());
// expect: at eval (eval at <anonymous> (stack-names.js:40:13), <anonymous>:3:8)
