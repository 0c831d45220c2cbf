// Sites that have seen objects of many shapes, and then what is no object.
var sloppy = {
  get: function (o) { return o.self; }, set: function (o) { o.self = 1; return 'set'; }, call: function (o) { return o.self(); },
  keyed: function (o, k) { o[k] = 1; return o[k]; }, add: function (o) { return o.self += 1; }, has: function (o) { return 'self' in o; },
  drop: function (o) { return delete o.self; },
};
var strict = {
  set: function (o) { 'use strict'; o.self = 1; return 'set'; }, keyed: function (o, k) { 'use strict'; o[k] = 1; return o[k]; },
  add: function (o) { 'use strict'; return o.self += 1; }, drop: function (o) { 'use strict'; return delete o.self; },
};
function warm(f) {
  for (var i = 0; i < 40; i++) {
    var o = {};
    o['p' + i] = 1;
    o.self = function () { return 0; };
    f(o, 'self'), f(o, 'self');
  }
}
var flat = 'a string', rope = flat;
while (rope.length < 100) rope += flat;
var primitives = [flat, rope, '', 1, 1.5, NaN, true, Symbol.iterator, null, undefined];
function show(what, table) {
  Object.keys(table).forEach(function (name) {
    var f = table[name];
    warm(f);
    console.log(what, name, primitives.map(function (p) {
      try { return String(f(p, 'self')); } catch (e) { return e.name + ': ' + e.message.replace(rope, 'rope'); }
    }));
  });
}
show('sloppy', sloppy);
show('strict', strict);
