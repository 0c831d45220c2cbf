// for-of over arrays that change, strings with surrogates, Map, Set, arguments, iterators.
var seen = [], a = [1, 2, 3]; for (var v of a) { seen.push(v); if (a.length < 6) a.push(v * 10); } console.log(seen.join());   // expect: 1,2,3,10,20,30
seen = []; a = [1, 2, 3, 4]; for (v of a) { seen.push(v); a.pop(); } console.log(seen.join());   // expect: 1,2
seen = []; for (v of [1, , 3]) seen.push(v); console.log(seen.join());   // expect: 1,,3
seen = []; for (v of 'a\u{1F600}b\ud800') seen.push(v.length); console.log(seen.join());   // expect: 1,2,1,1
seen = []; for (v of new Map([['k', 1], ['l', 2]])) seen.push(v.join('=')); for (v of new Set([1, 2, 1])) seen.push(v); console.log(seen.join());   // expect: k=1,l=2,1,2
(function () { var r = []; for (var x of arguments) r.push(x); console.log(r.join()); })('p', 'q');   // expect: p,q
seen = []; for (v of [5, 6].entries()) seen.push(v.join(':')); for (v of 'xy'.split('')) seen.push(v); for (v of new Map([[1, 2]]).keys()) seen.push(v); console.log(seen.join());   // expect: 0:5,1:6,x,y,1
seen = []; var o = {}; for (o.p of ['first', 'second']) seen.push(o.p); for (seen[0] of ['replaced']) ; console.log(seen.join());   // expect: replaced,second
var m = new Map([[1, 'a'], [2, 'b'], [3, 'c']]); seen = []; for (v of m) { seen.push(v[0]); m.delete(2); if (v[0] === 1) m.set(4, 'd'); } console.log(seen.join());   // expect: 1,3,4
var it = [1, 2, 3, 4][Symbol.iterator](); for (v of it) if (v === 2) break; seen = []; for (v of it) seen.push(v); console.log(seen.join());   // expect: 3,4
