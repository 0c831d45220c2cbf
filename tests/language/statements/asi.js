// Semicolons that are inserted, and those that are not.
var a = 1
var b = 2
var c = a
+ b
console.log(c)
function f() { return
  1 }
console.log(f())
var i = 1, j = 1
i
++
j
console.log(i, j)
do a++; while (a < 5) console.log(a)
if (a) ; else b
var s = 'x'
;[1, 2].forEach(function (n) { s += n })
console.log(s)
{ console.log('one') } console.log('two')
for (a = 0; a < 2; a++
) console.log(a)
// expect: 3
// expect: undefined
// expect: 1 2
// expect: 5
// expect: x12
// expect: one
// expect: two
// expect: 0
// expect: 1
