// Calls and templates of any number of parts, but for what node refuses.
// stress-every: 50000
function repeat(count, piece, between) {
  var parts = [];
  for (var k = 0; k < count; k++) parts.push(piece(k));
  return parts.join(between);
}
function number(k) { return k; }
function all() { return [typeof this, arguments.length, arguments[0], arguments[arguments.length - 1]].join(); }

var list = repeat(20000, number, ',');
console.log(new Function('f', '"use strict"; return f(' + list + ')')(function () { 'use strict'; return [typeof this, arguments.length].join(); }));
// expect: undefined,20000
console.log(new Function('o', 'return o.m(' + list + ')')({m: all}));                 // expect: object,20000,0,19999
console.log(new Function('F', 'return new F(' + list + ').n')(function () { this.n = arguments.length; }));    // expect: 20000
console.log(new Function('x', 'return eval("x + 1", ' + list + ')')(5));              // expect: 6
console.log(new Function('x', 'return Math.max(' + list + ', x)')(70000));            // expect: 70000
console.log(new Function('x', 'return x?.(' + list + ')')(), new Function('o', 'return o.m?.(' + list + ')')({m: all}));
// expect: undefined object,20000,0,19999
try { new Function('x', 'return x(' + list + ')')(3); } catch (e) { console.log(e.message); }              // expect: x is not a function
try { new Function('x', 'return new x.y(' + list + ')')({}); } catch (e) { console.log(e.message); }       // expect: x.y is not a constructor
try { new Function('f', 'f(' + repeat(65535, number, ',') + ')'); } catch (e) { console.log(e.name, e.message); }
// expect: SyntaxError Too many arguments in function call (only 65535 allowed)
try { new Function('f', 'new f(...[], ' + repeat(65534, number, ',') + ')'); } catch (e) { console.log(e.name, e.message); }
// expect: SyntaxError Too many arguments in function call (only 65535 allowed)
try { new Function(repeat(65535, function (k) { return 'a' + k; }, ','), ''); } catch (e) { console.log(e.name, e.message); }
// expect: SyntaxError Too many parameters in function definition (only 65534 allowed)
try { eval('(' + repeat(65535, function (k) { return 'a' + k; }, ',') + ') => 1'); } catch (e) { console.log(e.name, e.message); }
// expect: SyntaxError Malformed arrow function parameter list
console.log(new Function(repeat(50000, function (k) { return 'a' + k; }, ','), 'var b = a49999; return [a0, b, arguments.length, ' +
    'Math.max(a1, a2, a3), `${a4}${a5}`, ({a6}).a6, [a7, a8].length].join()').call(null, 1, 2)); // expect: 1,,2,NaN,undefinedundefined,,2

// templates
var text = new Function('x', 'return `' + repeat(100000, function (k) { return k % 1000 + '${x}'; }, '') + '`')('-');
console.log(text.length, text.slice(0, 8), text.slice(-8));                            // expect: 389000 0-1-2-3- 998-999-
var order = [];
function noted(k) { order.push(k); return {toString: function () { order.push(-k); return 't'; }}; }
console.log(new Function('f', 'return `' + repeat(300, function (k) { return '${f(' + k + ')}'; }, '') + '`')(noted).length,
    order.length, order.slice(-4).join());                                             // expect: 300 600 298,-298,299,-299
try { new Function('f', 'return `' + repeat(300, function () { return '${f}'; }, '') + '${f()}`')(1); } catch (e) { console.log(e.message); }
// expect: f is not a function
function tag(strings) { return [strings.length, strings[0], strings[20000], strings.raw[1], arguments.length, arguments[20000]].join(); }
console.log(new Function('t', 'return t`' + repeat(20000, function (k) { return '\\n${' + k + '}'; }, '') + 'end`')(tag));
// expect: 20001,
// expect: ,end,\n,20001,19999
console.log(new Function('o', 'return o.t`' + repeat(2000, function () { return '${1}'; }, '') + '`')({t: function () { return this.u; }, u: 8}));   // expect: 8

// deep ones: few temporaries are left
function deep(count, open, middle, close) { return new Array(count + 1).join(open) + middle + new Array(count + 1).join(close); }
var hundred = repeat(100, number, ',');
function last() { return arguments[arguments.length - 1]; }
console.log(new Function('f', 'return ' + deep(1000, 'f(' + hundred + ',', '9', ')'))(last));                    // expect: 9
console.log(JSON.stringify(new Function('x', 'return ' + deep(1000, '[' + hundred + ',', 'x', ']'))(9)).length);   // expect: 292001
console.log(JSON.stringify(new Function('x', 'return ' + deep(1000, '{a:1,b:2,c:' + repeat(60, number, ',c:') + ', d:', 'x', '}'))(9)).length);   // expect: 25001
console.log(new Function('x', 'return ' + deep(500, '`' + repeat(200, function () { return '${x}'; }, '') + '${', 'x', '}`'))(9).length);   // expect: 100001
