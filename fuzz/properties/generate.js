// fuzz/properties/generate.js SEED - prints a program about properties: objects of many makes go through functions that
// read, write, define and delete properties, so that each function's inline caches see few shapes, then many, then
// shapes and prototypes that change under them.  The same seed gives the same program in every engine.
'use strict';
let seed = Number(process.argv[2]) || 1;
function random(below) {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return (seed >> 8) % below;
}
function pick(items) { return items[random(items.length)]; }

const IDENTIFIERS = ['a', 'b', 'c', 'length', 'x', 'self', 'constructor', 'toString', 'name', 'k', 'zz'];
const NAMES = IDENTIFIERS.concat('0', '1', '7', 'prototype', '__proto__');
const KEYS = ['"a"', '"b"', '"k"', 'n % 3', '"s" + n', '"length"', '["a", "b", 1][n % 3]', 'Symbol.iterator', '1.5', '"x"'];
const VALUES = ['n', 'o', '"v"', '1.5', 'undefined'];

const MAKERS = [
  '{}', '{a: 1, b: 2}', '{b: 2, a: 1}', '[1, 2, 3]', '[]', '"text"', '"some longer " + n', '12', '1.5', 'true', 'null',
  'undefined', 'function () { return 1; }', 'Object.freeze({a: 1})', 'Object.seal({a: 1, x: 2})',
  'Object.preventExtensions({a: 1})', 'Object.create({a: 5, x: 6})', 'Object.create(null)',
  'Object.create(prototypes[n % 3])', '{get a() { return 7; }, set a(v) { log("set a", v); }}',
  'Object.create({set x(v) { log("set x", v); }, get x() { return 8; }})',
  'Object.defineProperty({}, "a", {value: 1})', 'Object.defineProperty({k: 1}, "k", {writable: false})', 'big(n)',
  'big(n * 3)', 'new C(n)', 'new D(n)', 'new E(n, {})', 'new E(n)', 'new F', 'new F(1, 2)', 'new E(n, n)',
  'prototypes[n % 3]', 'C.prototype', 'D.prototype', 'E.prototype', 'F.prototype', 'new Int8Array(4)',
  'new Float64Array([1.5, 2])', '(function () { return arguments; })(1, 2)', 'new String("abc")', 'new Number(5)', '/x/g',
  'new Date(5)', 'new Map()', 'Symbol.iterator', 'new Error("e")', 'Object.create([1, 2])',
  'Object.create(Object.create(Object.freeze({a: 9})))', 'shapes(n)', 'shapes(n)', 'shapes(n)', 'shapes(n + 20)',
  'JSON.parse("{\\"a\\":1,\\"k\\":2}")', 'Object.assign({}, {a: 3, zz: 4})',
];

function flag() { return pick(['true', 'false']); }

function body() {
  const i = pick(IDENTIFIERS), n = pick(NAMES), variable = pick(['a', 'b', 'x', 'k']);
  return pick([
    `return o.${i};`, `o.${i} = v; return o.${i};`, `o.${i} = n;`, `return o.${i} += 1;`, `return o.${i}++;`,
    `return delete o.${i};`, 'return o[k];', 'o[k] = n; return o[k];', 'return delete o[k];', 'return k in Object(o);',
    `return o.${i}();`, 'return o.toString();', `return typeof o.${i};`,
    `Object.defineProperty(o, "${n}", {value: n, writable: ${flag()}, configurable: ${flag()}, enumerable: true});` +
      ` return o.${i};`,
    `Object.defineProperty(o, "${n}", {get: function () { return n; }, configurable: true}); return o.${i};`,
    `Object.setPrototypeOf(o, prototypes[n % 3]); return o.${i};`, `Object.freeze(o); o.${i} = 5; return o.${i};`,
    `Object.preventExtensions(o); o.${i} = 5;`, `prototypes[n % 3].${i} = n; return o.${i};`,
    `delete prototypes[n % 3].${i}; return o.${i};`, 'for (var j in o) s += j; return s;',
    'return Object.keys(o).length;', `return o.hasOwnProperty("${n}");`, 'return o instanceof C;',
    `o.${i} = function () { return this === o; }; return o.${i}();`, `return [o.a, o.b, o.${i}];`,
    `o.a = o.b = o.${i} = v; return o.b;`, `with (o) { return typeof ${variable}; }`,
    `with (o) { ${variable} = n; } return o.a;`, `return {p: o.${i}, q: n};`, 'o.length = n % 5; return o.length;',
    'o[n % 9] = v; return o[n % 4];', 'return o[n % 9];', `return (o.${i} || {}).a;`,
    `C.prototype.${i} = n; return new C(n).${i};`, 'D.prototype = {x: n}; return new D(1).x;',
    `Object.defineProperty(some(n), "${n}", {set: function (v) { log("set", v); }, configurable: true});` +
      ' return [new E(n, k).b, new F().a];',
    `delete some(n).${i}; return new E(k, n).${i};`, `some(n).${i} = n; return new F().${i};`,
    'return Object.keys(new E(k, v)).length + Object.keys(new F(k)).length;',
    `E.prototype = some(n); return new E(1, 2).${i};`,
    `Object.defineProperty(some(n), "${n}", {value: 3, writable: false, configurable: true}); return new E(n, v).${i};`,
  ]);
}

console.log(`function log() { console.log([].map.call(arguments, show).join(' ')); }
function show(v) {
  try {
    if (typeof v === 'function') return 'function';
    if (typeof v === 'symbol') return String(v);
    if (Array.isArray(v)) return '[' + v.slice(0, 5).map(function (x) { return Array.isArray(x) ? 'array' : show(x); }) + ']';
    if (typeof v === 'object' && v !== null) return Object.prototype.toString.call(v) + Object.keys(v).slice(0, 6);
    return String(v) + ' ' + typeof v;
  } catch (error) {
    return 'not to be shown';
  }
}
var prototypes = [{a: 10, x: 11}, {b: 12}, Object.create({self: 13})], a, b, x, k, kept = [];
function C(n) { this.a = n; if (n % 3 === 0) this.b = 1; this.x = 2; }
C.prototype.c = 3;
function D(n) { this.x = n; this['d' + n % 5] = n; }
D.prototype.toString = function () { return 'D' + this.x; };
function E(a, b) { this.a = a; this.b = this.x = null; this.k = b; this.a = b; }
function F() { this.b = 1; this.a = 2; this.self = this; this.name = 'n'; }
function some(n) { return [E.prototype, F.prototype, prototypes[0]][n % 3]; }
function big(n) {
  var o = {};
  for (var i = 0; i < 30 + n % 5; i++) o['q' + i] = i;
  for (i = 0; i < 25; i += 2) delete o['q' + i];
  o.a = n;
  return o;
}
function shapes(n) {
  var o = {};
  o['s' + n % 41] = n;
  if (n % 2) o.a = n;
  if (n % 5 === 0) o.self = n;
  o.b = 4;
  if (n % 7 === 0) o.length = 2;
  return o;
}
function each(list, functions, n, key, value, wanted) {
  if (kept.length > 0) list.push(kept[n % kept.length]);
  list.forEach(function (o, i) {
    functions.forEach(function (f) {
      var result;
      try {
        result = f(o, key, n, value(o));
      } catch (error) {
        result = error.name + ': ' + error.message;
      }
      if (n % 10 < 3) log(wanted, n, i, result);
    });
    if (n % 9 === 0) kept.push(o);
  });
}`);
const FUNCTIONS = 12, ROUNDS = 10;
for (let f = 0; f < FUNCTIONS; f++) console.log(`function f${f}(o, k, n, v) { var s = ""; ${body()} }`);
for (let round = 0; round < ROUNDS; round++) {
  const list = [pick(MAKERS), pick(MAKERS), pick(MAKERS)].map(maker => `function (n) { return ${maker}; }`);
  const functions = [0, 1, 2].map(() => 'f' + random(FUNCTIONS));
  console.log(`for (var n = 0; n < ${pick([3, 10, 60])}; n++) {
  try {
    each([${list.join(', ')}].map(function (make) { return make(n); }), [${functions.join(', ')}], n, ${pick(KEYS)},
         function (o) { return ${pick(VALUES)}; }, ${round});
  } catch (error) {
    log(error.name);
  }
}`);
}
