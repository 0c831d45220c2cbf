// Identifiers: Unicode letters, escapes, dollar and underscore, reserved words as property names.
var é = 'e', 变量 = '漢', $ = 'dollar', _ = 'under', $_1 = 'mix', ключ = 'ru', ñandú = 'es', 𝒳 = 'astral';
console.log(é, 变量, $, _, $_1, ключ, ñandú, 𝒳);   // expect: e 漢 dollar under mix ru es astral
var \u0061bc = 'escaped'; console.log(abc, \u{61}bc, a\u0062c);   // expect: escaped escaped escaped
var o = {变: 1, class: 2, new: 3, \u0066or: 4, delete: 5, 'ключ': 6}; console.log(o.变, o.class, o.new, o.for, o.delete, o.ключ, Object.keys(o).join());   // expect: 1 2 3 4 5 6 变,class,new,for,delete,ключ
function 函数(参数) { return 参数 + 1; } console.log(函数(1), 函数.name);   // expect: 2 函数
var ᾩ = 'greek', ℮ = 'estimated', a\u200c = 'zwnj'; console.log(ᾩ, ℮, a‌);   // expect: greek estimated zwnj
var of = 1, let_ = 2, async = 3, get = 4, set = 5, from = 6, as = 7, target = 8, undefined_ = 9; console.log(of + async + get + set + from + as + target);   // expect: 34
var yield = 'sloppy', await = 'script', static = 'static', interface = 'i'; console.log(yield, await, static, interface);   // expect: sloppy script static i
