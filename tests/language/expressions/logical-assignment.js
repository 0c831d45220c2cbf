// &&=, ||=, ??= assign only when they must.
var log = []; var o = {get g() { log.push('get'); return this._g; }, set g(v) { log.push('set'); this._g = v; }, _g: null};
o.g ??= 1; o.g ??= 2; o.g ||= 3; o.g &&= 4; console.log(o.g, log.join());   // expect: 4 get,set,get,get,get,set,get
var a = 0, b = '', c = null, d = 'set'; a ||= 1; b ??= 'not'; c ??= 'null replaced'; d &&= d + '!'; console.log(a, b === '', c, d);   // expect: 1 true null replaced set!
var e = {}; e.list ??= []; e.list.push(1); (e.list ??= []).push(2); e['k'] ||= 'key'; e.no &&= 1; console.log(e.list.join(), e.k, 'no' in e);   // expect: 1,2 key false
const k = 1; k ||= 5; k ??= 5; try { k &&= 5; } catch (x) { console.log(x.message); }   // expect: Assignment to constant variable.
var calls = 0; function side() { calls++; return 1; } a ||= side(); d ??= side(); c &&= side(); console.log(calls, c);   // expect: 1 1
var anonymous; anonymous ??= function () {}; var arrow = 0; arrow ||= () => 1; console.log(anonymous.name, arrow.name);   // expect: anonymous arrow
Object.freeze(e); (function () { 'use strict'; e.k ||= 'untouched'; try { e.k &&= 'changed'; } catch (x) { console.log(x.name); } })();   // expect: TypeError
