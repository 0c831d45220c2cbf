// A function may use any number of names and constants: where 16 bits are too few for their numbers, it is only slower.
// skip-stress
var N = 70000, i, text;
function repeat(count, piece, between) {
  var parts = [];
  for (var k = 0; k < count; k++) parts.push(piece(k));
  return parts.join(between);
}

// properties: set, read, added to, called, deleted
var names = {};
new Function('o', repeat(N, function (k) { return 'o.x' + k + '=' + k; }, ';'))(names);
console.log(Object.keys(names).length, names.x0, names.x69999);              // expect: 70000 0 69999
text = 'var s = 0;' + repeat(N, function (k) { return 's += o.x' + k; }, ';') + '; return s + o.x0 + o.x69999 + o.length';
names.length = 5;
console.log(new Function('o', text)(names));                                 // expect: 2450035004
text = repeat(N, function (k) { return 'o.x' + k; }, ';') + '; o.last = function (x) { return this.x7 + x; }; return ';
console.log(new Function('o', text + 'o.last(o.x69999)')(names));            // expect: 70006
console.log(new Function('o', text + 'delete o.x3 && delete o.y')(names), 'x3' in names);   // expect: true false
console.log(new Function('o', text + 'o.x69999++ + ++o.x69999')(names), names.x69999);      // expect: 140000 70001
try { new Function('o', text + 'o.far.away')(names); } catch (e) { console.log(e.message); }
// expect: Cannot read properties of undefined (reading 'away')
try { new Function('o', text + 'o.far()')(names); } catch (e) { console.log(e.message); }
// expect: o.far is not a function
try { new Function('o', '"use strict";' + text + '(Object.freeze(o).new1 = 1)')(names); } catch (e) { console.log(e.message); }
// expect: Cannot add property new1, object is not extensible
try { new Function('o', '"use strict";' + text.replace(/o.last = .*/, '') + 'delete o.x4')(names); } catch (e) { console.log(e.message); }
// expect: Cannot delete property 'x4' of #<Object>

// globals: what is there, what is not, getters, typeof, assignments
text = repeat(N, function (k) { return 'typeof g' + k; }, ';') + ';';
globalThis.near = 1;
Object.defineProperty(globalThis, 'asked', {get: function () { return 'got'; }, configurable: true});
console.log(new Function(text + 'return near + asked + typeof absent + typeof near')());    // expect: 1gotundefinednumber
try { new Function(text + 'return absent')(); } catch (e) { console.log(e.message); }        // expect: absent is not defined
new Function(text + 'made = 4; near += made; asked = 3')();
console.log(made, near, asked);                                               // expect: 4 5 got
try { new Function('"use strict";' + text + 'unmade = 4')(); } catch (e) { console.log(e.message); }
// expect: unmade is not defined
try { (0, eval)(text + 'let late; function f() { early; } f(); let early'); } catch (e) { console.log(e.message); }
// expect: Cannot access 'early' before initialization

// with and variables that evals make
text = repeat(N, function (k) { return '"c' + k + '"'; }, ';') + ';';
var object = {inside: 1, method: function () { return this === object; }};
console.log(new Function('o', repeat(N, function (k) { return 'o.c' + k; }, ';') +
    '; with (o) { inside++; return inside + method() + typeof outside }')(object));          // expect: 3undefined
console.log(new Function('o', repeat(N, function (k) { return 'o.c' + k; }, ';') +
    '; eval("var fresh = 6"); return fresh + typeof stale')(object));                        // expect: 6undefined
text = 'new Function("o", ' + JSON.stringify('return [' + repeat(N, function (k) { return '"s' + k + '" + o'; }, ',') + ']') + ')';
var strings = eval(text)(1);
console.log(strings.length, strings[0], strings[69999]);                     // expect: 70000 s01 s699991
console.log(new Function('return [' + repeat(N, function (k) { return k + '.5 + 1'; }, ',') + ']')()[69999]);   // expect: 70000.5

// contexts and the arguments object of a function that has used up the numbers
text = 'o => [' + repeat(N, function (k) { return 'o + "t' + k + '"'; }, ',') + '].length';
console.log(new Function('a', 'return (' + text + ')(1) + (() => { let b = a; return () => b++ + b; })()()')(5));   // expect: 70011
console.log(new Function('a', 'b', 'var n = [' + repeat(N, function (k) { return 'a + "t' + k + '"'; }, ',') +
    '].length; { let c = n; var f = () => c + b; } arguments[1] = 9; return f()')(1, 2));     // expect: 70009
