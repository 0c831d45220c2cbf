// Variables of a script that is no module: they are global, and let and const of its own scope; loops that are taken over.
// stress-every: 31
// flags: -
// stdin: var log = []; function note() { log.push(Array.prototype.map.call(arguments, String).join(' ')); }
// stdin: function show(f, a) { try { return f(a); } catch (e) { return e.name + ': ' + e.message; } }
// stdin: var v = 0; let l = 0; const c = {n: 0}; function f() { return v + l + c.n; }
// stdin: function early() { return typeof later === 'x' ? 1 : later; }
// stdin: for (let i = 0; i < 1000; i++) { v++; l += 2; c.n += 3; f(); if (i % 500 === 0) note(show(early)); }
// stdin: note(v, l, c.n, f(), globalThis.v, globalThis.l, globalThis.f === f, delete globalThis.v);
// stdin: let later = 'now'; note(early()); for (var i = 0; i < 400; i++) early(); later = 'later'; note(early());
// stdin: function writes(x) { l = x; return l; } function writesConst() { c = 1; } function reads() { return [l, c.n, typeof l, typeof c].join(); }
// stdin: for (i = 0; i < 400; i++) { writes(i); reads(); } note(writes('text'), reads(), show(writesConst), show(function () { 'use strict'; return eval('delete globalThis.l'); }));
// stdin: globalThis.l = 'property'; note(reads(), globalThis.l, writes('lexical'), globalThis.l);
// stdin: label: for (let a = 0, b = 10; ; a++, b--) { for (const k of [1, 2, 3]) { if (a === 300) break label; if (k === 2) continue label; v += k; } } note(v, typeof a, typeof k);
// stdin: var closures = []; for (let j = 0; j < 500; j++) closures.push(() => j + l); note(closures[3](), closures[499]());
// stdin: { let l = 'block'; for (var n = 0; n < 300; n++) l += n % 100 ? '' : n; note(l); } note(l);
// stdin: try { for (;;) { v++; if (v > 3000) throw v; } } catch (e) { note(e); } switch (v) { case 3001: let l = 'switch'; note(l); }
// stdin: const many = []; while (many.length < 300) many.push(many.length); do { many.pop(); } while (many.length); note(many.length, n, i);
// stdin: console.log(log.join(String.fromCharCode(10)));
