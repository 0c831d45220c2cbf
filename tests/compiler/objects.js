// Literals, property access, optional chains, names of functions, templates.
var log = console.log, k = 'key', n = 0, sym = Symbol('sy');
var o = {a: 1, 'b c': 2, 3: 'three', 1.5: 'x', [k]: 4, [k + 1]: 5, m() { return this.a; }, get g() { return this.a * 2; }, set g(v) { this.a = v; }, ...{s: 1, t: 2}, k, f: function () {}, ar: () => 1, [sym]: function () {}, [k + 'fn']() {}, get [k + 'g']() { return 9; }, 0x10: 16, '7': 7};
log(o, o.m(), o.g); o.g = 21; log(o.g, o.f.name, o.ar.name, o[sym].name, o.keyfn.name, Object.getOwnPropertyDescriptor(o, 'g').get.name, Object.getOwnPropertyDescriptor(o, 'keyg').get.name, o.m.name, {5() {}}[5].name);
log({__proto__: Array.prototype} instanceof Array, Object.keys({__proto__: null, a: 1}), Object.keys({['__proto__']: 1}), (function () { var __proto__ = 5; return Object.keys({__proto__}); })(), Object.keys({__proto__() {}}), typeof {__proto__: 3});
log({a: 1, a: 2}, {a: 1, b: 2, a: 3}, {get a() { return 1; }, a: 2}.a, {a: 1, get a() { return 5; }}.a);
log([...'ab', 1, ...[2, 3], , ...[]], [...[1], ...[2]], Math.max(...[1, 5, 3], 4, ...[9]), new Array(...[1, 2, 3]), [1, 2, ...'x', , 4].length);
function F(a) { this.a = a; if (!new.target) return 'called'; } log(new F(1), F.call({}, 2), new (function () { this.x = 1; return {y: 2}; })(), new F, new F().a, new (class2())(3).a); function class2() { return F; }
var obj = {x: {y: {z: function () { return this === obj.x.y; }, v: [1, 2, {w: 3}]}}}; log(obj.x.y.z(), obj['x']['y'].z(), (obj.x.y.z)(), (0, obj.x.y.z)(), obj.x.y.v[2].w, obj.x.y['v'][n + 1]);
log(obj?.x?.y?.v?.[2]?.w, obj.q?.y.z.w(), obj.q?.[n++], n, obj.x.nope?.(n++), n, obj.x?.y.z(), obj?.x.y.z?.(), (obj?.x.y).v.length, delete obj?.x.y.v, delete obj.nope?.a, obj?.['x']?.y.v);
log((obj?.x.y.z)(), (obj.x?.y.z)?.(), null?.x, undefined?.[n++].x.y.z(), n, (void 0)?.());
var u; log(u?.a.b.c(n++)[n++], n); try { u?.a.b; u.a?.b; } catch (e) { log(e.message); } try { (u?.a).b; } catch (e) { log(e.message); }
var cnt = 0, arr = [1, 2, 3]; function idx() { cnt++; return 1; } arr[idx()]++; arr[idx()] += 5; arr[idx()] **= 2; --arr[idx()]; log(arr, cnt, arr[idx()]--, arr, arr[0]++ + ++arr[0]);
var key = {toString() { cnt++; return 'p'; }}, ob = {p: 1}; cnt = 0; ob.p++; ob['p'] += 2; ob[key]; log(ob, cnt);
o = {v: 5}; log(o.v++, o.v, --o.v, o.v--, o.v, o.v += 2, o.v -= 1, o.v *= 3, o['v'] <<= 1, o.v);
var str = 'x'; log(`a${str}b${1 + 1}c`, `${str}`, ``, `plain`, `${1}${2}`, `n${`in${str}`}`, `${{toString() { return 'ts'; }}}`);
try { `${Symbol()}`; } catch (e) { log(e.name); }
function tag(s, ...v) { return [s.raw.join('|'), s.join('|'), v, this === tagger].join(';'); } var tagger = {tag}; log(tag`a${1}\n${2}c`, tagger.tag`x`, tag`\u{41}${str}`, (function () { return [0, 1].map(() => (s => s)`q`); })().reduce((a, b) => a === b));
log(tag`\unicode`, typeof tag`a`);
log(/\//.source, /x/gi.flags, (() => /r/)() === (() => /r/)());
log((function () { return this; }).call(5) instanceof Number, (function () { 'use strict'; return this; }).call(5), (function () { return typeof this; })(), (function () { 'use strict'; return typeof this; })(), (function () { return (() => typeof this)(); })(), (function () { 'use strict'; return (() => typeof this)(); })());
log(delete o.v, o, 'v' in o, [] instanceof Array, delete o['q'], (function () { 'use strict'; try { delete Object.freeze({a: 1}).a; } catch (e) { return e.name; } })());
var big = {}; for (var i = 0; i < 3; i++) big['k' + i] = i; log(big, {...big, k1: 'over', ...null, ...'hi'});
log([function () {}, () => {}].map(f => f.name), (function () {}).name, (() => {}).name, ((a, b) => {}).length); var nm = function () {}, nm2 = () => {}, nm3; nm3 = function () {}; var nm4 = (function () {}); log(nm.name, nm2.name, nm3.name, nm4.name); ({}).z = nm3 = () => {}; log(nm3.name); var nm5 = (0, function () {}); log(nm5.name);
