// switch over many values: dense integers, sparse ones, strings, and jumps out of it.
function dense(n) { switch (n) { case 0: return 'a'; case 1: return 'b'; case 2: return 'c'; case 3: return 'd'; case 4: return 'e'; case 5: return 'f'; case 6: return 'g'; case 7: return 'h'; default: return '?'; } }
console.log([0, 1, 2, 3, 4, 5, 6, 7, 8, -1, 2.5, '3', NaN, -0].map(dense).join(''));   // expect: abcdefgh?????a
function text(s) { switch (s) { case 'one': return 1; case 'two': return 2; case 'thr' + 'ee': return 3; default: return 0; } }
console.log(text('one'), text('t' + 'wo'), text('three'), text('four'), text(new String('one')));   // expect: 1 2 3 0 0
function loop() { var s = ''; for (var i = 0; i < 6; i++) { switch (i) { case 1: continue; case 2: break; case 4: return s + 'R'; default: s += i; } s += ';'; } return s; }
console.log(loop());   // expect: 0;;3;R
outer: for (var i = 0; i < 3; i++) { switch (i) { case 1: break outer; } } console.log(i);   // expect: 1
function nested(a, b) { switch (a) { case 1: switch (b) { case 1: return '11'; } case 2: return 'fell'; } return 'none'; }
console.log(nested(1, 1), nested(1, 2), nested(2, 0), nested(3, 3));   // expect: 11 fell fell none
switch (1) {} switch (2) { default: console.log('only default'); }   // expect: only default
function fns(x) { switch (x) { case 1: function inside() { return 'hoisted'; } default: return inside(); } } console.log(fns(2));   // expect: hoisted
