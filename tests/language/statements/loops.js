// for, while and do: break, continue, empty parts, let of each turn.
var s = ''; for (var i = 0, j = 10; i < j; i += 3, j--) s += i + ':' + j + ' '; console.log(s);
i = 0; do { i++; if (i === 2) continue; if (i > 4) break; } while (i < 10); console.log(i);
while (i-- > 0) if (i % 2) continue; else s = i; console.log(s, i);
for (;;) { break; } console.log('out');
var fs = []; for (let k = 0; k < 3; k++) { fs.push(() => k); k; } console.log(fs.map(f => f()).join());
fs = []; for (let k = 0, inc = () => k++; k < 3; inc(), k++) { fs.push(() => k); if (fs.length > 5) break; } console.log(fs.length);
for (const c = 1; ;) { console.log(c); break; }
for (var v = 3; v--;) ; console.log(v);
// expect: 0:10 3:9 6:8 
// expect: 5
// expect: 0 -1
// expect: out
// expect: 0,1,2
// expect: 3
// expect: 1
// expect: -1
