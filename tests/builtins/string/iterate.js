// The iterator of a string goes by code points.
var it = 'a\ud83d\ude00\ud800z'[Symbol.iterator]();
console.log(it.next().value, it.next().value.length, it.next().value.length, it.next().value, it.next().done, it.next().value);  // expect: a 2 1 z true undefined
console.log(Object.prototype.toString.call(it), it[Symbol.iterator]() === it, typeof it.next);  // expect: [object String Iterator] true function
var list = [];
for (var c of 'x\ud83d\ude00y') list.push(c.length);
console.log(list.join(), [...'abc'].join('-'), Array.from('d\u2603f').join('-'));  // expect: 1,2,1 a-b-c d-☃-f
try { it.next.call({}); } catch (e) { console.log(e.name); }  // expect: TypeError
