// ?? and its company with && and ||, and ?. chains.
console.log(null ?? 1, undefined ?? 2, 0 ?? 3, '' ?? 4, false ?? 5, NaN ?? 6, null ?? undefined ?? 'last', (null || undefined) ?? 'x');   // expect: 1 2 0  false NaN last x
var o = {a: {b: {c: 1, f: function () { return this.c; }}}, n: null, f: null, arr: [1]};
console.log(o?.a?.b?.c, o.x?.b.c.d.e, o.n?.x, o.f?.(), o.a?.['b'].c, o?.['a']['b']?.f(), o.a.b.f?.(), o.arr?.[0], o.zz?.[0]);   // expect: 1 undefined undefined undefined 1 1 1 1 undefined
var n = 0; o.x?.[n++]; o.n?.y(n++); o.f?.(n++); console.log(n);   // expect: 0
console.log((o.a?.b).f(), (o?.a).b.c, delete o?.a.b.c, o.a.b.c, delete o.x?.y, typeof o.n?.z, o.x?.y?.z ?? 'default');   // expect: 1 1 true undefined true undefined default
try { o.x?.y.z; o.a?.q.z; } catch (e) { console.log(e.message); }   // expect: Cannot read properties of undefined (reading 'z')
try { o.a?.b.g(); } catch (e) { console.log(e.message); }   // expect: o.a?.b.g is not a function
try { (o.x?.y).z; } catch (e) { console.log(e.message); }   // expect: Cannot read properties of undefined (reading 'z')
try { o.arr?.(); } catch (e) { console.log(e.message); }   // expect: o.arr is not a function
console.log(true ?.5 : 1, o?.a ? 'yes' : 'no', [o?.x, `${o?.x}`].length);   // expect: 0.5 yes 2
