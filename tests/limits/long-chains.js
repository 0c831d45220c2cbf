// Chains are as long as they like: operators, accesses, `else if`, conditional expressions, labels.
// stress-every: 20000
var n = 20000, failed = [], count = 0;
function chain(name, start, link, end, expected) {
  var source = start + (typeof link === 'string' ? link.repeat(n) : Array.from({ length: n }, function (_, i) { return link(i); }).join('')) + end;
  count++;
  try {
    var result = new Function(source)();
    if (result !== expected) failed.push(name + ': ' + String(result).slice(0, 50));
  } catch (e) { failed.push(name + ': ' + e); }
}

// binary operators; n is even
[['+', '1', n + 1], ['-', '1', 1 - n], ['*', '1', 1], ['/', '1', 1], ['%', '1', 0], ['|', '2', 2], ['&', '2', 2], ['^', '2', 2], ['<<', '0', 0],
 ['>>', '0', 0], ['>>>', '0', 0], ['<', '1', true], ['>=', '0', true], ['==', '1', true], ['!==', '1', true], ['||', '0', 0], ['&&', '1', 1],
 ['??', 'null', null], [',', '1', 1]].forEach(function (c) {
  chain(c[0] + ' of constants', 'return (' + c[1], c[0] + c[1], ')', c[2]);
  chain(c[0] + ' of variables', 'var x = ' + c[1] + '; return (x', c[0] + 'x', ')', c[2]);
});
chain('+ of strings', 'var s = "a"; return (s', '+s', ').length', n + 1);
chain('instanceof', 'return 1', ',{} instanceof Object', '', true);

// conditions
chain('if ||', 'var x = 0; if (x', '||x', '||1) return 1; return 2', 1);
chain('if &&', 'var x = 1; if (x', '&&x', '&&0) return 1; return 2', 2);
chain('if && ||', 'var x = 0, y = 1; if (x', '&&y||x', ') return 1; return 2', 2);
chain('if && || !', 'var x = 0, y = 1; if (!(x', '&&y||x', ')) return 1; return 2', 1);
chain('if ??', 'var x; if (x', '??x', '??1) return 1; return 2', 1);
chain('while ||', 'var x = 0, y = 3; while (x', '||x', '||y) y--; return y', 0);
chain('effect of ||', 'var x = 0, y = 0; x', '||x', '||y++; return y', 1);
chain('effect of &&', 'var x = 1, y = 0; x', '&&x', '&&y++; return y', 1);

// accesses
chain('a.b', 'var a = {c: 5}; a.b = a; return a', '.b', '.c', 5);
chain('a[0]', 'var a = [0, 5]; a[0] = a; return a', '[0]', '[1]', 5);
chain('a[x]', 'var x = 0, a = [0, 5]; a[0] = a; return a', '[x]', '[1]', 5);
chain('f()', 'function f() { return f; } return typeof f', '()', '', 'function');
chain('f(x)', 'var k = 0; function f(x) { k += x; return f; } f', '(1)', '; return k', n);
chain('a.f()', 'var k = 0, a = {f: function (x) { k += x; return this; }}; a', '.f(1)', '; return k', n);
chain('a[f]()', 'var k = 0, f = "f", a = {f: function (x) { k += x; return this; }}; a', '[f](1)', '; return k', n);
chain('mixed', 'var k = 0, x = 0, a = {f: function () { k += arguments.length; return this; }}; a.b = a[0] = a; a', '.b.f(1, 2)[x]["b"].f(...[1])', '; return k', 3 * n);
chain('tag', 'var k = 0; function f(s) { k += s.length; return f; } f', '`x`', '; return k', n);
chain('a.f tag', 'var k = 0, a = {f: function (s) { k += s.length; return this; }}; a', '.f`x${k}`', '; return k', 2 * n);
chain('?.', 'var a = {c: 5}; a.b = a; return a', '?.b', '?.c', 5);
chain('?.()', 'var k = 0, a = {f: function () { k++; return this; }}; a', '?.f?.()', '; return k', n);
chain('?. that ends', 'var a; return a?.x', '.b', '', undefined);
chain('?. that ends late', 'var a = {}; a.b = a; return a', '.b', '?.x?.y.z()', undefined);
chain('new', 'var a = function (x) { this.x = x; }; a.b = a; return new a', '.b', '(7).x', 7);
chain('(a?.b)()', 'var a = {f: function () { return this.c; }, c: 5}; a.b = a; return (a', '?.b', '.f)()', 5);
chain('set', 'var a = {}; a.b = a; a', '.b', '.c = 5; return a.c', 5);
chain('set index', 'var a = []; a[0] = a; a', '[0]', '[1] = 5; return a[1]', 5);
chain('set +=', 'var a = {c: 5}; a.b = a; a', '.b', '.c += 5; return a.c', 10);
chain('set ??=', 'var a = {}; a.b = a; a', '.b', '.c ??= 5; return a.c', 5);
chain('++', 'var a = {c: 5}; a.b = a; return a', '.b', '.c++ + a.c', 11);
chain('delete', 'var a = {c: 5}; a.b = a; return delete a', '.b', '.c && a.c', undefined);
chain('delete ?.', 'var a = {c: 5}; a.b = a; return delete a', '?.b', '?.c && a.c', undefined);
chain('typeof', 'var a = {c: 5}; a.b = a; return typeof a', '.b', '.c', 'number');
chain('name of a function', 'var a = {}; a.b = a; a', '.b', '.c = function () {}; return a.c.name', '');
chain('for-in', 'var a = {}; a.b = a; for (a', '.b', '.c in {x: 1}); return a.c', 'x');
chain('for-of', 'var a = []; a[0] = a; for (a', '[0]', '[1] of [5]); return a[1]', 5);
chain('with', 'var a = {c: 5}; a.b = a; with ({a: a}) return a', '.b', '.c', 5);

// statements and conditional expressions
chain('else if', 'var x = ' + (n - 1) + '; ', function (i) { return 'if (x === ' + i + ') return ' + i + '; else '; }, 'return -1', n - 1);
chain('?:', 'var x = ' + (n - 1) + '; return ', function (i) { return 'x === ' + i + ' ? ' + i + ' : '; }, '-1', n - 1);
chain('?: in a variable', 'var x = -1; var y = ', function (i) { return 'x === ' + i + ' ? ' + i + ' : '; }, '-1; return y', -1);
chain('if ?:', 'var x = -1; if (', function (i) { return 'x === ' + i + ' ? 1 : '; }, '0) return 1; return 2', 2);
chain('?: of functions', 'var x = -1; var f = ', function (i) { return i % 1000 ? 'x === ' + i + ' ? null : ' : 'x === ' + i + ' ? function () {} : '; }, 'function () {}; return f.name', '');
chain('labels', 'var x = 0; ', function (i) { return 'l' + i + ': '; }, 'for (;;) { if (x++ < 9) continue l0; break l' + (n - 1) + '; } return x', 10);
chain('breaks', Array.from({ length: n }, function (_, i) { return 'l' + i + ': '; }).join('') + 'for (var j = ' + (n - 1) + ';;) {', function (i) { return 'if (j === ' + i + ') break l' + i + ';'; }, '} return j', n - 1);
chain('continues', Array.from({ length: n }, function (_, i) { return 'l' + i + ': '; }).join('') + 'for (var j = ' + (n - 1) + '; j < ' + n + '; j++) {', function (i) { return 'if (j === ' + i + ') continue l' + i + ';'; }, '} return j', n);
console.log(failed.join('\n') || 'all ' + count);   // expect: all 84

// How an error names what is at the end of a long chain, and where it is.
try { new Function('var a = {}; a.b = a; return a' + '.b'.repeat(n) + '.c()')(); } catch (e) { console.log(e.name, e.message.length < 300, /is not a function$/.test(e.message)); }   // expect: TypeError true true
