// Closures of one scope share variables; each call and each block has its own.
function counter() { var n = 0; return {inc: () => ++n, dec: () => --n, get value() { return n; }}; }
var a = counter(), b = counter(); a.inc(); a.inc(); b.dec(); console.log(a.value, b.value);   // expect: 2 -1
function make() { let shared = []; return [x => shared.push(x), () => shared.join()]; } var m = make(); m[0](1); m[0](2); console.log(m[1](), make()[1]() === '');   // expect: 1,2 true
function nest(x) { return y => z => w => [x, y, z, w].join(); } console.log(nest(1)(2)(3)(4));   // expect: 1,2,3,4
function params(a, b) { var get = () => a + b; a = 10; b = 20; return get(); } console.log(params(1, 2));   // expect: 30
function fact() { return function f(n) { return n < 2 ? 1 : n * f(n - 1); }; } console.log(fact()(10));   // expect: 3628800
var fs = []; { let block = 1; fs.push(() => block++); { let block = 100; fs.push(() => block++); } } fs[0](); fs[1](); console.log(fs[0](), fs[1]());   // expect: 2 101
function thisAndArguments() { return () => [this.tag, arguments[0]].join(); } console.log(thisAndArguments.call({tag: 't'}, 'arg')());   // expect: t,arg
function deep() { let v = 0; function l1() { function l2() { function l3() { return ++v; } return l3; } return l2; } return l1()()() + v; } console.log(deep());   // expect: 2
function loopy() { var out = []; for (let i = 0; i < 2; i++) { for (let j = 0; j < 2; j++) { out.push(() => i * 10 + j); } } return out.map(f => f()).join(); } console.log(loopy());   // expect: 0,1,10,11
function late() { var r = []; function use() { r.push(x); } var x = 1; use(); x = 2; use(); return r.join(); } console.log(late());   // expect: 1,2
var add = (function () { var total = 0; return function (n) { total += n; return total; }; })(); add(5); console.log(add(7));   // expect: 12
function mixed(p) { let q = p; const r = p + 1; var s = p + 2; return () => { q++; s++; return [p, q, r, s].join(); }; } var mx = mixed(1); mx(); console.log(mx());   // expect: 1,3,2,5
