// What a finished call, statement or block left in registers is not kept alive by them, whoever asks what is used.
// flags: --expose-gc
'use strict';
var held = [], free = 0, base = 0;
function used() { gc(); return process.memoryUsage().heapUsed / 1048576; }
function word() { return used() > base + 1 ? 'HELD' : 'free'; }
function is(name, word) {
  if (word === 'free') free++;
  else held.push(name);
}
function make() { return new Array(2e5).fill(0); }
function work() { var b = make(); return b.length; }
function push() { var list = []; for (var i = 0; i < 2e5; i++) list.push(i); return list.length; }
function property() { var o = { data: make() }, s = 0; for (var i = 0; i < 10; i++) s += o.data[i]; return s; }
function take(x) { return x.length; }
used(); used();
base = used();

// between the calls of one function
work(); is('argument', word());
work(); is('label' + word(), 'free'); is('in a text', `label ${word()}`.slice(6));
var r = work(); is(r, word());
push(); is('push', word());
property(); is('property', word());
work(); gc(); is('gc', word());
(function main() { work(); is('main', word()); property(); is('main, property', word()); push(); is('main, push', word()); })();
[1, 2].forEach(function () { work(); is('forEach', word()); });
try { work(); is('try', word()); } finally { property(); is('finally', word()); }
if (work()) is('if', word());
for (var i = 0; i < 2; i++) { property(); is('for', word()); }

// intermediate values
(function () { take(make()); is('argument of a call', word()); })();
(function () { make(); is('result that is not used', word()); })();
(function () { take(make()) + take(make()); is('operand', word()); })();
(function () { make().length; is('object of a member', word()); })();
(function () { make() ? is('condition', word()) : 0; })();
(function () { make() && is('&&', word()); })();
(function () { make(), is('comma', word()); })();
(function () { [make(), make()].length; is('element', word()); })();
(function () { ({ a: make(), b: 2 }).b; is('value of a property', word()); })();
(function () { typeof make(); void make(); !make(); is('unary', word()); })();
(function () { take(...[make()]); is('spread', word()); })();
(function () { new (function (x) { this.n = x.length; })(make()); is('argument of new', word()); })();
(function () { make()?.length; is('optional chain', word()); })();
(function () { String.raw`${make().length}`; is('tagged template', word()); })();
(function () { take.call(null, make()); take.apply(null, [make()]); take.bind(null, make())(); is('call, apply, bind', word()); })();

// variables of blocks, and what statements keep
(function () { { let x = make(); take(x); } is('let of a block', word()); })();
(function () { for (let i = 0; i < 2; i++) { let x = make(); take(x); } is('let of a loop', word()); })();
(function () { for (let i = 0; i < 2; i++) { is('turn before', word()); let x = make(); take(x); } })();
(function () { for (const x of [make()]) take(x); is('for-of', word()); })();
(function () { for (const k in [make()]) break; is('for-in', word()); })();
(function () { try { throw make(); } catch (e) { take(e); } is('catch', word()); })();
(function () { try { take(make()); } finally { is('finally', word()); } })();
(function () { switch (make().length) { case 2e5: is('switch', word()); } })();
(function () { var x = make(); x = null; is('variable set to null', word()); })();

// scripts that run inside an instruction
(function () {
  var o = { get x() { work(); return word(); } };
  make(); is('getter', o.x);
})();
(function () {
  var o = { valueOf() { work(); is('valueOf', word()); return 1; } };
  make(); o + 1;
  make(); -o;
  make(); o < 1;
  make(); o == 1;
  make(); o | 0;
})();
(function () {
  var o = { toString() { work(); is('toString', word()); return 'k'; } };
  make(); ({})[o];
  make(); `${o}`;
  make(); o in {};
})();
(function () {
  var iterable = { [Symbol.iterator]() { work(); is('iterator', word()); return { next() { is('next', word()); return { done: true }; } }; } };
  make(); for (var x of iterable);
  make(); [...iterable];
})();
(function () { function G() { work(); is('constructor', word()); } make(); new G(); })();

// natives that call
[2, 1].sort(function (a, b) { work(); is('sort', word()); return a - b; });
JSON.parse('[1]', function (k, v) { work(); is('reviver', word()); return v; });
JSON.stringify({ a: 1 }, function (k, v) { work(); is('replacer', word()); return v; });
'a'.replace(/a/, function () { work(); is('replace', word()); return ''; });
[make()].map(function () { return 0; }); is('map', word());
new Map([[1, 1]]).forEach(function () { work(); is('Map.prototype.forEach', word()); });
(function () { eval('make()'); is('eval', word()); })();

// arguments
(function () { function f() { return arguments.length; } f(make(), make()); is('arguments', word()); })();
(function () { function f(a) { a = null; return word(); } is('parameter set to null', f(make())); })();
(function () { function f(a, ...rest) { a = null; return word(); } is('parameter set to null, with a rest', f(make())); })();
(function () { function f(a) { arguments; a = null; return word(); } is('elements of arguments', f(make())); })();
(function () { function f() { return word(); } is('argument without a parameter', f(make())); })();
(function () { function f(a) { return word(); } is('parameter', f(make())); })();
(function () { var x = make(); is('variable', word()); })();
(function () { { let x = make(); is('variable of a block', word()); } })();

// the event loop
process.on('x', take); process.emit('x', make()); is('emit', word());
process.on('y', function () { work(); is('listener', word()); }); process.emit('y', 1);
setTimeout(function () { make(); is('timer', word()); setTimeout(function () { is('timer after a timer', word()); }, 1); }, 1);
setImmediate(function () { make(); is('immediate', word()); });
process.nextTick(function () { make(); is('tick', word()); });
queueMicrotask(function () { make(); is('microtask', word()); });
process.on('exit', function () {
  make(); is('exit', word());
  console.log(free);          // expect: 77
  console.log(held.join());   // expect: elements of arguments,parameter,variable,variable of a block
});
