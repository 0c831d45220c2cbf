// Instructions that few programs have, in functions that are hot.
// stress-every: 97
var log = [];
function note() { log.push(Array.prototype.map.call(arguments, String).join(' ')); }
function show(f, a, b, c) {
  try { return f(a, b, c); } catch (e) { return e instanceof Error ? e.name + ': ' + e.message : 'thrown ' + e; }
}
function times(n, f) { for (var i = 0; i < n; i++) f(i); }
function hot(f, a, b, c) { times(300, function () { show(f, a, b, c); }); return show(f, a, b, c); }
function stops(n) { debugger; for (var i = 0; i < 3; i++) { debugger; n++; } return n; }
note(hot(stops, 1));
function holes(v) { var a = [, v, , ...v, , 'x', , ]; return a.length + ':' + Object.keys(a).join(); }
note(hot(holes, [1, 2]), hot(holes, 'abc'), hot(holes, []), show(holes, 5), show(holes, {}));
function evalSpread(list) { var local = 'local'; return eval(...list) + local; }
note(hot(evalSpread, ['1 + 1', 'rest']), hot(evalSpread, ['"text"']), show(evalSpread, []), show(evalSpread, [5]), show(evalSpread, null));
function otherEval(eval, code) { var local = 'local'; return eval(code) + eval(...['1', code]); }
note(hot(otherEval, String, 'x'), hot(otherEval, eval, 'typeof local'), show(otherEval, 5, 'x'), otherEval(eval, '"again"'));
function nulls(v) { var r = ''; if (v === null) r += 'a'; if (v !== null) r += 'b'; while (v === null) { r += 'c'; break; } if (v === null || v === undefined) r += 'd'; if (!(v === null) && !(v === undefined)) r += 'e'; for (; v !== null; ) { r += 'f'; break; } r += v === null ? 'g' : v !== undefined ? 'h' : 'i'; do { r += 'j'; } while (v === null && r.length < 9); return r; }
times(300, function (i) { nulls(i % 2 ? null : i); });
note([null, undefined, 0, false, '', NaN, {}, 'null'].map(nulls).join());
function invalid(n) { if (n > 400) called() = n; return n; }
var callCount = 0; function called() { callCount++; }
times(300, invalid); note(show(invalid, 1), show(invalid, 500), callCount);
function invalidCount(n) { if (n > 400) called()++; if (n > 300) for (called() in {a: 1}) ; return n; }
times(300, invalidCount); note(show(invalidCount, 500), show(invalidCount, 350), callCount);
function tag(strings, ...values) { return strings.raw.join('|') + values.join() + (strings === tag.last) + Object.isFrozen(strings) + ((tag.last = strings) && ''); }
function template(a, b) { return tag`x${a}\n${b}` + (tag.last === undefined); }
note(hot(template, 1, 2), template('a', {})); note(String(tag`\u{41}${1}`), String.raw`\n${1}`);
function templates(a, b) { return `${a}` + `<${a}${b}>` + `${a + b} ${`in ${a}`}` + ``; }
note(hot(templates, 1, 2), templates('a', null), templates([1], {}), show(templates, Symbol('s'), 1), show(templates, Object.create(null), 1), templates({toString: function () { return 'own'; }, valueOf: function () { return 1; }}, -0));
function accessors(k, v) { return {get [k]() { return v; }, set [k](w) { v = w; }, get plain() { return this[k]; }, set plain(w) { this[k] = w + '!'; }, get 5() { return 'five'; }}; }
times(300, function (i) { accessors('k' + i % 3, i); });
var o = accessors('key', 'v'); o.key = 'w'; note(o.key, o.plain, (o.plain = 'p', o.key), o[5], Object.keys(o).join(), Object.getOwnPropertyDescriptor(o, 'key').set.name, show(accessors, {toString: function () { throw 'name'; }}));
function protos(p) { var o = {__proto__: p, own: 1}, q = {'__proto__': p}, r = {['__proto__']: p}, __proto__ = p, s = {__proto__}; return [Object.getPrototypeOf(o) === p, o.up, Object.keys(q).length, Object.keys(r).length, Object.keys(s).length].join(); }
note(hot(protos, {up: 'up'}), hot(protos, null), protos(5), protos(undefined), protos(function () {}));
function spreadObjects(a, b) { return JSON.stringify({x: 0, ...a, y: 1, ...b, ...{x: a}}); }
note(hot(spreadObjects, {x: 1, y: 2}, {y: 3}), spreadObjects(null, undefined), spreadObjects('ab', [5]), spreadObjects(7, true), show(spreadObjects, {get x() { throw 'getter'; }}, 1));
function regexps(s) { var r = /(a)(b)?/g, n = 0, m; while ((m = r.exec(s)) !== null) { n += m.index; if (m[2]) n += 100; } return n + '' + (/x/ === /x/) + /a/.test(s) + r.lastIndex; }
note(hot(regexps, 'abaab'), regexps(''), regexps('a'.repeat(300)));
function deletes(o, k) { 'use strict'; return [delete o.a, delete o[k], delete o?.b, delete o?.[k + 1], delete (o, 1)].join() + Object.keys(o); }
times(300, function (i) { deletes({a: 1, b: i, c: 2, k: 3, k1: 4}, 'k'); });
note(deletes({a: 1, b: 1, c: 2, k: 3, k1: 4}, 'k'), show(deletes, null, 'k'), show(deletes, Object.freeze({a: 1}), 'k'), show(deletes, [1, 2], 'length'), deletes('text', 'k'));
function sloppyDelete(x) { var local = 1; return [delete x, delete local, delete arguments, delete noSuchGlobal, delete this.x, typeof x].join(); }
note(hot(sloppyDelete, 1)); globalThis.deletable = 1; function deleteGlobal() { return delete deletable; } note(deleteGlobal(), hot(deleteGlobal), typeof deletable); globalThis.deletable = 2; note(deleteGlobal(), typeof deletable);
function voids(v) { return void v === undefined && void 0 === void v; } note(hot(voids, 1));
function commas(a, b) { return (a++, b += a, a = b, [a, b].join()); } note(hot(commas, 1, 2), commas('x', 1));
function newTargets() { var arrow = () => new.target; return [new.target === newTargets, arrow() === new.target, typeof new.target].join(); }
function NewTarget() { this.r = newTargets(); this.t = (() => new.target === NewTarget)(); }
times(300, function () { newTargets(); new NewTarget(); new newTargets(); });
note(newTargets(), new NewTarget().r, new NewTarget().t, Reflect.construct(NewTarget, [], Array).t, NewTarget.call({}) === undefined);
function exponents(a, b) { a **= 2; return [a ** b, (-a) ** b, 2 ** -b, a ** 0.5].join(); } note(hot(exponents, 3, 2), exponents(0, 0), exponents(-2, NaN), exponents('3', null), show(exponents, Symbol('s'), 1), exponents(2, 1023));
function emptyLoops() { for (var i = 0; i < 5; i++) ; for (var k in {}) ; for (var v of []) ; while (false) ; do ; while (i++ < 9); for (;;) break; return i + '' + k + v; } note(hot(emptyLoops));
function forInKinds(o) { var r = []; for (o.key in o.from) r.push(o.key); for (var k of Object.keys(o)) r.push(k); for (let l in o.from) r.push(() => l); for (const c in 'ab') r.push(c); return r.map(function (v) { return typeof v === 'function' ? v() : v; }).join(); }
times(300, function () { forInKinds({from: {a: 1, b: 2}}); }); note(forInKinds({from: [5, 6]}), forInKinds({from: null}));
function thisKinds() { 'use strict'; return [typeof this, (function () { return typeof this; })(), (() => typeof this)(), (function () { return typeof this; }).call(1)].join(); } note(hot(thisKinds), thisKinds.call('s'), thisKinds.call(null));
console.log(log.join('\n'));
