// Runaway recursion through builtins ends in a RangeError, and the program goes on.
// skip-stress
function check(name, f) { try { f(); console.log(name, 'no error'); } catch (e) { console.log(name, e instanceof RangeError, e.message); } }
check('plain', function f() { f(); });   // expect: plain true Maximum call stack size exceeded
check('map', function f() { [1].map(f); });   // expect: map true Maximum call stack size exceeded
check('forEach', function f() { [1].forEach(f); });   // expect: forEach true Maximum call stack size exceeded
check('sort', function f() { [2, 1].sort(f); });   // expect: sort true Maximum call stack size exceeded
check('reduce', function f() { [1, 2].reduce(f); });   // expect: reduce true Maximum call stack size exceeded
check('call', function f() { f.call(); });   // expect: call true Maximum call stack size exceeded
check('apply', function f() { f.apply(null, [1, 2]); });   // expect: apply true Maximum call stack size exceeded
check('bind', function f() { f.bind(null, 1)(); });   // expect: bind true Maximum call stack size exceeded
check('new', function F() { new F(); });   // expect: new true Maximum call stack size exceeded
check('construct', function F() { Reflect.construct(F, []); });   // expect: construct true Maximum call stack size exceeded
check('toString', function () { var o = {toString: function () { return '' + o; }}; '' + o; });   // expect: toString true Maximum call stack size exceeded
check('valueOf', function () { var o = {valueOf: function () { return +o; }}; +o; });   // expect: valueOf true Maximum call stack size exceeded
check('toPrimitive', function () { var o = {[Symbol.toPrimitive]: function () { return `${o}`; }}; o + 1; });   // expect: toPrimitive true Maximum call stack size exceeded
check('join', function () { var o = {toString: function () { return [o].join(); }}; [o].join(); });   // expect: join true Maximum call stack size exceeded
check('getter', function () { var o = {get x() { return this.x; }}; o.x; });   // expect: getter true Maximum call stack size exceeded
check('setter', function () { var o = {set x(v) { this.x = v; }}; o.x = 1; });   // expect: setter true Maximum call stack size exceeded
check('toJSON', function () { var o = {toJSON: function () { return JSON.stringify(o); }}; JSON.stringify(o); });   // expect: toJSON true Maximum call stack size exceeded
check('reviver', function () { function r() { return JSON.parse('[1]', r); } JSON.parse('[1]', r); });   // expect: reviver true Maximum call stack size exceeded
check('iterator', function () { var o = {[Symbol.iterator]: function () { return [...o][Symbol.iterator](); }}; [...o]; });   // expect: iterator true Maximum call stack size exceeded
check('hasInstance', function () { var o = {[Symbol.hasInstance]: function () { return 1 instanceof o; }}; 1 instanceof o; });   // expect: hasInstance true Maximum call stack size exceeded
check('defaults', function f(a = f()) {});   // expect: defaults true Maximum call stack size exceeded
check('replace', function () { function r() { return 'a'.replace('a', r); } r(); });   // expect: replace true Maximum call stack size exceeded
check('mutual', function a() { (function b() { a(); })(); });   // expect: mutual true Maximum call stack size exceeded
check('arguments', function f() { f.apply(this, arguments); });   // expect: arguments true Maximum call stack size exceeded
check('Function', function () { globalThis.rf = Function('rf()'); rf(); });   // expect: Function true Maximum call stack size exceeded
console.log('still alive', [3, 1, 2].sort().join(), JSON.stringify({a: [1]}));   // expect: still alive 1,2,3 {"a":[1]}
