// if and else, dangling else, conditions of every type.
function kind(v) { if (v) return 'truthy'; else return 'falsy'; }
console.log([0, -0, NaN, '', null, undefined, false, [], {}, '0', 'false', -1, Infinity, Symbol(), function () {}].map(kind).join());   // expect: falsy,falsy,falsy,falsy,falsy,falsy,falsy,truthy,truthy,truthy,truthy,truthy,truthy,truthy,truthy
function dangling(a, b) { if (a) if (b) return 'ab'; else return 'a'; return 'none'; }
console.log(dangling(1, 1), dangling(1, 0), dangling(0, 1));   // expect: ab a none
function chain(n) { if (n < 0) return 'negative'; else if (n === 0) return 'zero'; else if (n < 10) { return 'small'; } else return 'large'; }
console.log(chain(-1), chain(0), chain(5), chain(50));   // expect: negative zero small large
if (false) var hoisted = 1; console.log(hoisted, typeof hoisted);   // expect: undefined undefined
if (true); else console.log('never');
var a = 1, b = 2; if (a > b || (a = 5) && b < 3) console.log('both', a);   // expect: both 5
if (!(a instanceof Object) && !('x' in {}) && !(a < b)) console.log('negated');   // expect: negated
