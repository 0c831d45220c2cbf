// replaceAll and matchAll ask whatever says that it is a RegExp for its flags, before they ask for any text.
function attempt(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
var untouched = {toString: function () { throw new Error('asked for its text'); }};
function like(flags) { var o = {}; o[Symbol.match] = true; o.flags = flags; return o; }
attempt(function () { return ''.replaceAll.call(untouched, like('i'), untouched); });   // expect: TypeError: String.prototype.replaceAll called with a non-global RegExp argument
attempt(function () { return ''.replaceAll.call(untouched, like(undefined), untouched); });   // expect: TypeError: The .flags property of the argument to String.prototype.replaceAll cannot be null or undefined
attempt(function () { return ''.matchAll.call(untouched, like(null)); });   // expect: TypeError: The .flags property of the argument to String.prototype.matchAll cannot be null or undefined
attempt(function () { return ''.matchAll.call(null, like('g')); });   // expect: TypeError: String.prototype.matchAll called on null or undefined
attempt(function () { return 'a.b.c'.replaceAll('.', '-'); });   // expect: a-b-c
attempt(function () { return 'aba'.replaceAll(/a/g, 'x'); });   // expect: xbx
attempt(function () { return 'aba'.replaceAll(/a/, 'x'); });   // expect: TypeError: String.prototype.replaceAll called with a non-global RegExp argument
attempt(function () { return 'aba'.matchAll(/a/); });   // expect: TypeError: String.prototype.matchAll called with a non-global RegExp argument
var plain = /a/g;
plain[Symbol.match] = false;
attempt(function () { return '/a/g a'.replaceAll(plain, 'x'); });   // expect: /x/g x
