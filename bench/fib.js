// bench/fib.js - calls: naive Fibonacci
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
function run() { return fib(32); }

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('fib ' + (Date.now() - begin) + ' ' + result);
