// let in for: a binding per turn, closures, changes in the body, shadowing.
var fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); console.log(fs.map(f => f()).join());
fs = []; for (let i = 0; i < 3; i++) { fs.push(() => i); i += 0; } console.log(fs.map(f => f()).join());
fs = []; for (let i = 0; i < 6; i++) { fs.push(() => i); i++; } console.log(fs.map(f => f()).join());
fs = []; for (let i = 0, inc = () => i++; i < 3; i++) { fs.push(() => i); if (fs.length > 5) break; } console.log(fs.map(f => f()).join());
fs = []; for (let i = 0; fs.push(() => i), i < 2; i++); console.log(fs.map(f => f()).join());
fs = []; for (const v of ['a', 'b']) fs.push(() => v); for (const k in {x: 1, y: 2}) fs.push(() => k); console.log(fs.map(f => f()).join());
let i = 'outer'; for (let i = 0; i < 1; i++) { let i = 'inner'; console.log(i); } console.log(i);
fs = []; for (var w = 0; w < 3; w++) fs.push(() => w); console.log(fs.map(f => f()).join());
fs = []; for (var w = 0; w < 3; w++) { let copy = w; fs.push(() => copy); } console.log(fs.map(f => f()).join());
var set; for (let n = 0; n < 3; n++) { if (n === 0) set = v => { n = v; }; else set(100); } console.log('ended');
try { for (const c = 0; c < 2; c++); } catch (e) { console.log(e.message); }
try { for (let x of [x]) ; } catch (e) { console.log(e.message); }
for (let let_ = 0; let_ < 2; let_++) for (let let_ of ['in']) fs.push(() => let_); console.log(fs[3](), fs[4]());
// expect: 0,1,2
// expect: 0,1,2
// expect: 1,3,5
// expect: 0,1,2
// expect: 0,1,2
// expect: a,b,x,y
// expect: inner
// expect: outer
// expect: 3,3,3
// expect: 0,1,2
// expect: ended
// expect: Assignment to constant variable.
// expect: Cannot access 'x' before initialization
// expect: in in
