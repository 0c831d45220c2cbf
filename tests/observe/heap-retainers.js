// The path from a root to a value, in words: the closure and the variable that keep it are named.
var heap = require('nodule:heap');
function path(value) { return heap.retainers(value).text; }

// The closure example: a variable of `bar` lives on in the function that `bar` returns.
global.foo = function () {
  var bar = function () {
    var local = ['kept'];
    return function () { return local; };
  };
  global.baz = bar();
};
foo();
console.log(path(baz()));           // expect: global → baz → closure (anonymous, heap-retainers.js:9) → context variable local

// The same as it stands there, with a text of the program: that the code has it, too, is no news.
var text = function () {
  var bar = function () {
    var local = "局部变量";
    return function () {
      return local;
    };
  };
  var baz = bar();
  console.log(heap.retainers(baz()).text);   // expect: running function text → variable baz → closure (anonymous, heap-retainers.js:20) → context variable local
};
text();

global.cache = {get: (function () { var local = {}; return function get() { return local; }; })()};
console.log(path(cache.get()));     // expect: global → cache → closure get → context variable local

// A closure keeps what any closure of its scope uses, even one that is gone.
global.keeper = (function () {
  var used = {}, big = {name: 'big'};
  (function () { return big; })();
  return {used: function used_() { return used; }, big: big};
})();
var big = keeper.big;
delete keeper.big;
(function () {
  var value = big;
  big = null;
  console.log(path(value));         // expect: global → keeper → used → closure used_ → context variable big
})();

// A scope within a scope: the variable is named, whichever context it is in.
global.outer = (function () { var a = {}; return (function () { var b = {}; return function f() { return [a, b]; }; })(); })();
console.log(path(outer()[0]));      // expect: global → outer → closure f → context variable a
console.log(path(outer()[1]));      // expect: global → outer → closure f → context variable b

// All of it as data.
var found = heap.retainers(cache.get());
console.log(Object.keys(found).join(), found.root, found.passing);   // expect: text,root,passing,steps global false
found.steps.forEach(function (step) { console.log(step.type, step.name, step.to); });
// expect: property cache Object
// expect: property get get
// expect: internal context system / Context
// expect: context local Object
