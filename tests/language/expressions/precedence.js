// Operator precedence and associativity.
console.log(1 + 2 * 3 - 4 / 2 % 3, 2 ** 3 ** 2, -(2 ** 2), (1, 2, 3), 1 + 2 + '3' + 4 + 5, '5' * '2' + 1);   // expect: 5 512 -4 3 3345 11
console.log(1 < 2 < 3, 3 > 2 > 1, 1 == 1 == 1, !1 + 1, -'3' + 2, typeof 1 + 'x', typeof (1 + 'x'), void 0 ?? 'v');   // expect: true false true 1 -1 numberx string v
console.log(1 || 0 && 0, (1 || 0) && 0, 1 | 2 ^ 3 & 1, 1 << 2 + 1, 8 >> 1 >>> 1, ~1 + 2, !0 === true, 5 & 6 == 6);   // expect: 1 0 3 8 2 0 true 1
var a, b, c; a = b = c = 5; console.log(a, b, c, a ? b ? 'bb' : 'b' : 'n', (a, b) + 1);   // expect: 5 5 5 bb 6
console.log('x' in {x: 1} === true, [] instanceof Array instanceof Object, new Date(0).getTime() + 1, new (class_())().v);   // expect: true false 1 member
function class_() { return function () { this.v = 'member'; }; }
var i = 1; console.log(i++ + ++i, i, i-- - --i, i, +i + +i, - -i);   // expect: 4 3 2 1 2 1
var o = {f: function () { return this.v; }, v: 7}; console.log(o.f() + 1, o['f']() * 2, !o.f(), typeof o.f(), delete o.v, o.v);   // expect: 8 14 false number true undefined
console.log(a = 1, (a += 2) * 3, a -= 1, a **= 3, a %= 5, a <<= 2, a |= 1, a ^= 3, a >>>= 1, a &= 6);   // expect: 1 9 2 8 3 12 13 14 7 6
console.log(true ? 1 : true ? 2 : 3, (true ? false : true) ? 'y' : 'n', null ?? (0 || 'or'), (null || undefined) ?? 'z');   // expect: 1 n or z
