// Recursion that is deep but allowed, mutual, through callbacks.
function sum(n) { return n === 0 ? 0 : n + sum(n - 1); } console.log(sum(5000));   // expect: 12502500
function even(n) { return n === 0 || odd(n - 1); } function odd(n) { return n !== 0 && even(n - 1); } console.log(even(3000), odd(3000));   // expect: true false
function ackermann(m, n) { return m === 0 ? n + 1 : n === 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1)); } console.log(ackermann(2, 6));   // expect: 15
function tree(n) { return n === 0 ? null : {l: tree(n - 1), r: tree(n - 1)}; } function count(t) { return t ? 1 + count(t.l) + count(t.r) : 0; } console.log(count(tree(12)));   // expect: 4095
function through(n) { return n ? [n].map(function (x) { return through(x - 1) + 1; })[0] : 0; } console.log(through(500));   // expect: 500
function hanoi(n, a, b, c) { return n ? hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a) : 0; } console.log(hanoi(12));   // expect: 4095
var fib = function f(n) { return n < 2 ? n : f(n - 1) + f(n - 2); }; console.log(fib(20));   // expect: 6765
var o = {get deep() { return this.n-- > 0 ? this.deep : 'bottom'; }, n: 500}; console.log(o.deep);   // expect: bottom
function json(n) { return n ? {toJSON: function () { return [json(n - 1)]; }} : 'x'; } console.log(JSON.stringify(json(5)));   // expect: [[[[["x"]]]]]
// stress-every: 23
