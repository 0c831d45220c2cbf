// A function may have any number of variables: those that find no register are in contexts.
// skip-stress
var N = 100000;
function repeat(count, piece, between) {
  var parts = [];
  for (var k = 0; k < count; k++) parts.push(piece(k));
  return parts.join(between);
}
function declare(kind) { return repeat(N, function (k) { return kind + ' v' + k + '=' + k; }, ';') + ';'; }
var sum3 = 'v5++; v99998 += 3; var f = (a, b, c) => a + b + c; return v5 + v99999 + f(v1, v99998, v70000)';

console.log(new Function(declare('let') + sum3)(), new Function(declare('var') + sum3)());      // expect: 270007 270007
console.log(new Function(declare('const') + 'return [v0, v4096, v65000, v99999]')().join());    // expect: 0,4096,65000,99999
console.log(new Function('var ' + repeat(N, function (k) { return 'v' + k; }, ',') + '; return v99999')());    // expect: undefined
try { new Function(declare('const') + 'v99999 = 1')(); } catch (e) { console.log(e.message); }
// expect: Assignment to constant variable.
try { new Function('use(); ' + declare('let') + 'function use() { return v99998 }')(); } catch (e) { console.log(e.message); }
// expect: Cannot access 'v99998' before initialization
try { new Function('v99997; ' + declare('let'))(); } catch (e) { console.log(e.message); }
// expect: Cannot access 'v99997' before initialization
console.log((0, eval)(declare('let') + 'v99999'), typeof v99999);                               // expect: 99999 undefined
console.log(new Function('{' + declare('let') + '{ let w = v99999; { let x = w; return [x, w, v3].join() } } }')());
// expect: 99999,99999,3

// functions that use variables of all the contexts, from one and from two functions below
var text = 'let outer = 7;' + declare('let') + 'function up() { v0++; v64999++; v65000++; v99999++; outer++ }' +
    'function read() { return () => [v0, v64999, v65000, v99999, outer].join() }' +
    'let last = 1; ' + repeat(N, function (k) { return 'v' + k; }, ';') + '; up(); up(); return () => read()() + ":" + (last + ' +
    repeat(N, function (k) { return 'v' + k; }, '+') + ')';
console.log(new Function(text)()());            // expect: 2,65001,65002,100001,9:4999950009

// each turn of a loop has variables of its own
text = 'var fs = []; for (let i = 0, ' + repeat(70000, function (k) { return 'v' + k + '=' + k; }, ',') +
    '; i < 3; i++, v0++, v69999++) fs.push(() => [i, v0, v65001, v69999, ' +
    repeat(70000, function (k) { return 'v' + k; }, '+') + '].join()); return fs.map(f => f()).join(" ")';
console.log(new Function(text)());
// expect: 0,0,65001,69999,2449965000 1,1,65001,70000,2449965002 2,2,65001,70001,2449965004
text = 'var fs = []; for (const x of [1, 2]) { ' + declare('let') + 'v99999 += x; fs.push(() => v99999 + x); } return fs';
console.log(new Function(text)().map(function (f) { return f(); }).join());                      // expect: 100001,100003

// declared functions, parameters, the arguments object, evals
text = repeat(N, function (k) { return 'function f' + k + '() { return ' + k + ' }'; }, '') + 'return f0() + f65537() + f99999()';
console.log(new Function(text)());                                                               // expect: 165536
text = repeat(N, function (k) { return 'function f' + k + '() { return f' + (k + 1) % N + ' }'; }, '') + 'return f65535()().name';
console.log(new Function(text)());                                                               // expect: f65537
text = declare('var') + 'arguments[0] = 5; b = 6; return [a, arguments[1], v99999, () => a + b].join()';
console.log(new Function('a', 'b', text)(1, 2));                                                 // expect: 5,6,99999,() => a + b
text = declare('let') + 'eval("var a0 = v0 + v65000 + v99999; v70000 = 4"); return a0 + v70000';
console.log(new Function(text)());                                                               // expect: 165003
text = declare('var') + 'function late() {} eval("var v99999 = 3, v1 = 4; function late() { return 5 }");' +
    'return v99999 + v1 + late()';
console.log(new Function(text)());                                                               // expect: 12
try { new Function(declare('let') + 'eval("var v99999")')(); } catch (e) { console.log(e.message); }
// expect: Identifier 'v99999' has already been declared
try { new Function(declare('let') + 'eval("var v1")')(); } catch (e) { console.log(e.message); }
// expect: Identifier 'v1' has already been declared
text = 'switch (x) {' + repeat(N, function (k) { return 'case ' + k + ': let a' + k + ' = x; return a' + k + ' + 1'; }, ';') + '}';
console.log(new Function('x', text)(99999));                                                     // expect: 100000
