// A setter for an index on Object.prototype: literals and the lists that the library makes do not see it, push does.
function define() { Object.defineProperty(Object.prototype, '0', {set: function () { count++; }, configurable: true}); }
var count = 0;
define();
var keys = Object.keys({a: 1}), split = 'a b'.split(' '), literal = [5, , 6], mapped = [1].map(String), spread = [...'xy'];
var pushed = [], before = count;
pushed.push(9);
var roomy = [1, 2];
roomy.length = 0;
roomy.push(1);
delete Object.prototype[0];
console.log(before, count, pushed.length, 0 in pushed, roomy.length, 0 in roomy);   // expect: 0 2 1 false 1 false
console.log(keys.join(), split.join(), literal.join(), mapped.join(), spread.join());   // expect: a a,b 5,,6 1 x,y
