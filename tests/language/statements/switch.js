// switch: strict comparison, fall through, default in the middle, continue of a loop around it.
function f(x) { switch (x) { case 1: return 'one'; default: x += 10; case 2: return 'two' + x; case '1': return 'string'; } }
console.log(f(1), f(2), f('1'), f(9));
function g(x) { var r = ''; switch (x) { case 0: r += '0'; case 1: r += '1'; break; case 2: { let y = 5; r += y; } default: r += 'd'; } return r; }
console.log(g(0), g(1), g(2), g(3));
switch (3) { case 1: console.log('no'); }
switch (NaN) { case NaN: console.log('no'); break; default: console.log('NaN matches nothing'); }
for (var i = 0; i < 3; i++) { switch (i) { case 1: continue; } console.log('i', i); }
// expect: one two2 string two19
// expect: 01 1 5d d
// expect: NaN matches nothing
// expect: i 0
// expect: i 2
