// Map: iterators and forEach while the map changes.
function take(it, n) { var a = []; for (var i = 0; i < n; i++) { var r = it.next(); a.push(r.done ? 'done' : r.value); } return a.join(); }
var m = new Map([['a', 1], ['b', 2], ['c', 3]]), it = m.keys();
console.log(take(it, 1), m.delete('a'), m.delete('b'), take(it, 1), take(it, 1), m.set('d', 4).size, take(it, 1));   // expect: a true true c done 2 done
m = new Map([['a', 1], ['b', 2]]); it = m.entries(); console.log(take(it, 1)); m.clear(); m.set('x', 9).set('y', 8); console.log(take(it, 3));   // expect: a,1
// expect: x,9,y,8,done
m = new Map([[1, 1]]); var seen = []; m.forEach(function (v, k) { seen.push(k); if (k < 50) { m.delete(k); m.set(k + 1, k); } }); console.log(seen.length, seen[49], m.size);   // expect: 50 50 1
m = new Map([[1, 1]]); seen = []; m.forEach(function (v, k) { seen.push(k); if (k < 100) m.set(k + 1, 0); }); console.log(seen.length, m.size);   // expect: 100 100
m = new Map(); for (var i = 0; i < 100; i++) m.set(i, i); seen = []; m.forEach(function (v, k) { seen.push(k); for (var j = 0; j < 10; j++) m.delete(k + j); }); console.log(seen.join(), m.size);   // expect: 0,10,20,30,40,50,60,70,80,90 0
m = new Map([['a', 1], ['b', 2]]); m.forEach(function (v, k, self) { console.log(v, k, self === m, this.t); }, {t: 'this'});   // expect: 1 a true this
// expect: 2 b true this
it = m[Symbol.iterator](); console.log(it[Symbol.iterator]() === it, Object.prototype.toString.call(it), JSON.stringify(it.next()), JSON.stringify(it.next()), JSON.stringify(it.next()), JSON.stringify(it.next()));   // expect: true [object Map Iterator] {"value":["a",1],"done":false} {"value":["b",2],"done":false} {"done":true} {"done":true}
m = new Map([['a', 1], ['b', 2], ['c', 3], ['d', 4]]); it = m.values(); take(it, 3); for (i = 0; i < 100; i++) m.set(i, i); m.delete('a'); m.delete('b'); for (i = 0; i < 100; i++) m.delete(i); console.log(take(it, 2), m.size);   // expect: 4,done 2
it = m.keys(); m.clear(); m.clear(); m.set('z', 1); console.log(take(it, 2)); m.set('later', 1); console.log(take(it, 1));   // expect: z,done
// expect: done
var out = []; for (var e of new Map([['p', 1], ['q', 2]])) out.push(e[0] + e[1]); console.log(out.join());   // expect: p1,q2
console.log(Object.getPrototypeOf(Object.getPrototypeOf(it)) === Object.getPrototypeOf(Object.getPrototypeOf([].values())), Reflect.ownKeys(Object.getPrototypeOf(it)).map(String).join());   // expect: true next,Symbol(Symbol.toStringTag)
