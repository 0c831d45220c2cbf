// Functions with many registers, constants, caches and slots, and numbers at the edges of what an instruction holds.
// stress-every: 211
var log = [];
function text(v) { return Object.is(v, -0) ? '-0' : String(v); }
function note() { log.push(Array.prototype.map.call(arguments, text).join(' ')); }
function times(n, f) { for (var i = 0; i < n; i++) f(i); }
function names(prefix, n) { for (var i = 0, r = []; i < n; i++) r.push(prefix + i); return r; }
// The same code on registers near and far: 5, 14, 15, 16, 17, 126 ... locals before those that are used.
var body = 'x = a; y = b; z = x + y; z = z - y; z = z * y | 0; z = z ^ y & x; z <<= 1; z >>>= 1; if (x < y) z += 2; if (x === y) z = -z; z++; w = [x, y, z]; w[1] = z; w[x & 1] += 1; ' +
  'o = {p: x, q: w}; o.p += y; o.r = o.q[0]; v = "s" + x + `${y}`; s = f(x, y, z) + o.p + w.length + v.length; for (var i = 0; i < 3; i++) { s += i; if (i === x) continue; s -= w[i]; } ' +
  't = typeof z; n = new F(x, y); u = n.a + n.b; try { if (x === 77) throw x; } catch (e) { u = e; } for (var k in o) t += k; for (var m of w) u += m; h = function () { return u++ + z; }; h(); ' +
  'return [x, y, z, w, v, s, t, u, !z, ~x, -y, x == y, x != y, x <= y, x / 2, x % 3, "p" in o, n instanceof F].join(" ");';
function F(a, b) { this.a = a; this.b = b; }
var all = [0, 5, 14, 15, 16, 17, 29, 30, 31, 32, 60, 125, 126, 127, 128, 129, 250, 255, 256, 257, 300, 1000, 4095, 5000].map(function (n) {
  var f = new Function('a', 'b', 'f', 'F', (n ? 'var ' + names('unused', n).join() + ';' : '') + 'var x, y, z, w, o, v, s, t, n, u, h;' + body + (n ? 'unused0 = 1; unused' + (n - 1) + ' = 2;' : ''));
  for (var i = 0; i < 210; i++) f(i, 3, function (x, y, z) { return x + z; }, F);
  return f;
});
[[5, 3], [3, 3], [-1, 2], [0.5, 0.25], ['s', 1], [77, 78], [2147483647, 2147483647], [null, undefined]].forEach(function (p) {
  var results = all.map(function (f) { return f(p[0], p[1], function (x, y, z) { return x + z; }, F); });
  note(results[0], results.every(function (r) { return r === results[0]; }) || JSON.stringify(results));
});
// All locals of a wide function begin undefined, at each call.
[3, 15, 16, 17, 18, 19, 40, 127, 128, 129, 300, 2000].forEach(function (n) {
  var list = names('v', n), f = new Function('p', 'var ' + list.join() + '; var bad = 0; ' + list.map(function (v) { return 'if (' + v + ' !== undefined) bad++; ' + v + ' = p;'; }).join('') + 'return bad;');
  for (var i = 0, bad = 0; i < 220; i++) bad += f(i) + f();
  note(n, bad);
});
// Many parameters, many arguments.
[0, 1, 15, 16, 17, 127, 128, 300].forEach(function (n) {
  var list = names('p', n), takes = new Function(list.join(), 'var r = 0; ' + list.map(function (p, i) { return 'r += ' + p + ' === undefined ? 1 : ' + p + ';'; }).join('') + 'return r;');
  [0, 1, 16, 130, 299].forEach(function (m) {
    var gives = new Function('f', 'return f(' + names('', m).map(function (v, i) { return i; }).join() + ');'), r;
    for (var i = 0; i < 210; i++) r = gives(takes);
    log.push(n + '/' + m + ' ' + r);
  });
});
// Numbers: each operator with each of them on the right, on the left, compared and as a case.
var edges = [0, 1, 2, 31, 32, 33, 63, 64, 65, 126, 127, 128, 129, 255, 256, 257, 32766, 32767, 32768, 32769, 65535, 65536, 2147483646, 2147483647, 2147483648, 4294967295, 4294967296, 0.5, 1e300];
edges = edges.concat(edges.map(function (n) { return -n; }));
var lefts = [0, -0, 1, -1, 5, -7, 127, 128, -128, -129, 32767, 32768, -32768, 2147483647, -2147483648, 0.5, NaN, 'x', '8', null, undefined, true];
['+', '-', '*', '/', '%', '&', '|', '^', '<<', '>>', '>>>'].forEach(function (op) {
  var sum = edges.map(function (n) {
    var f = new Function('a', 'return a ' + op + ' ' + (n < 0 || Object.is(n, -0) ? '(' + text(n) + ')' : n)), g = new Function('a', 'return ' + (n < 0 || Object.is(n, -0) ? '(' + text(n) + ')' : n) + op + ' a'), h = new Function('a', 'a ' + op + '= ' + text(n) + '; return a;');
    for (var i = 0; i < 210; i++) { f(i); g(i); h(i); }
    return lefts.map(function (a) { var r = f(a); return text(r) + (Object.is(h(a), r) ? '' : '!') + ':' + text(g(a)); }).join();
  });
  var hash = 0, whole = sum.join(';');
  for (var i = 0; i < whole.length; i++) hash = (hash * 31 + whole.charCodeAt(i)) | 0;
  note(op, hash, sum[10], sum[18]);
});
['<', '<=', '>', '>=', '==', '!=', '===', '!=='].forEach(function (op) {
  var sum = edges.map(function (n) {
    var f = new Function('a', 'if (a ' + op + ' ' + text(n) + ') return 1; return 0;'), g = new Function('a', 'return ' + text(n) + op + ' a'), h = new Function('a', 'if (!(a ' + op + ' ' + text(n) + ')) return 0; return 1;'), l = new Function('a', 'var i = 0; while (a ' + op + text(n) + ') { i++; break; } return i;');
    for (var i = 0; i < 210; i++) { f(i); g(i); h(i); l(i); }
    return lefts.map(function (a) { return '' + f(a) + +g(a) + h(a) + l(a); }).join();
  });
  var hash = 0, whole = sum.join(';');
  for (var i = 0; i < whole.length; i++) hash = (hash * 31 + whole.charCodeAt(i)) | 0;
  note(op, hash, sum[1], sum[20]);
});
// Many names, constants, slots of a context, elements and keys in one function.
var count = 400, many = new Function('o', 'k', 'var r = 0;' + names('c', count).map(function (n, i) { return 'let ' + n + ' = o.' + n + ' + ' + (i % 3 ? i + '.5' : '"' + i + '".length') + ';'; }).join('') +
  'function inner() { ' + names('c', count).map(function (n) { return n + '++;'; }).join('') + ' return function () { return ' + names('c', count).filter(function (n, i) { return i % 7 === 0; }).join('+') + '; }; }' +
  'var get = inner(); ' + names('c', count).map(function (n) { return 'o.' + n + ' = ' + n + '; r += o.' + n + ';'; }).join('') + 'return r + get();');
var object = {}; names('c', count).forEach(function (n, i) { object[n] = i; });
for (i = 0; i < 60; i++) many(object);
note(many(object), object.c399, object.c0);
var literal = new Function('v', 'return {' + names('k', 200).map(function (n, i) { return n + ': ' + (i % 2 ? 'v' : i); }).join() + '};'), list = new Function('v', 'return [' + names('', 300).map(function (n, i) { return i % 2 ? 'v' : i; }).join() + '];');
for (var i = 0; i < 210; i++) { literal(i); list(i); }
note(Object.keys(literal(1)).length, literal('x').k199, literal(1).k198, list(1).length, list('y')[299], list(1)[298]);
console.log(log.join('\n'));
