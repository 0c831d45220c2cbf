// Lines and columns of the place where an error begins.
function at(f) { try { f(); } catch (e) { var m = e.stack.split('\n')[1]; return m.slice(m.lastIndexOf('.js:') + 4).split(')').join(''); } }
console.log(at(function () { throw new Error('x'); }), at(function () { undefined.x; }), at(function () { var a = null; return 1 + a.b.c; }));   // expect: 3:36 3:83 3:134
console.log(at(function () {   // expect: 6:11 7:22 7:52
  var o = {};
  o.first.second;
}), at(function () { missing; }), at(function () { missing(); }));
console.log(at(function () { var o = {}; o.a.b(); }), at(function () { var o = {a: 1}; o.a(); }), at(function () { var o = {a: {}}; o.a.b.c(1, 2); }));   // expect: 8:46 8:90 8:139
console.log(at(function () { var f = 5; f(); }), at(function () { var f = 5; new f(); }), at(function () { [].x.y; }), at(function () { null[0]; }), at(function () { var n = null; n.x = 5; }));   // expect: 9:41 9:78 9:113 9:141 9:185
console.log(at(function () {   // expect: 13:6 15:37 15:63 15:96 15:128 15:172
  return [1, 2]
    .map(function (x) { return x; })
    .missing()
    .more();
}), at(function () { const c = 1; c = 2; }), at(function () { x; let x; }), at(function () { 1 in 5; }), at(function () { ({}) instanceof 5; }), at(function () { Symbol() + ''; }));
console.log(at(function () { throw    new   Error('spaces'); }), at(function () { return new Error('x') && (() => { throw Error('call'); })(); }), at(function () { for (var x of 5) ; }), at(function () { [...5]; }));   // expect: 16:39 16:123 16:179 16:209
