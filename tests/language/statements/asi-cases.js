// Where semicolons are inserted, and where not.
var a = 1
var b = 2
var c = a
+ b
console.log(c)
function f() { return
  'never' }
console.log(f())
var i = 0, j = 5
i
++
j
console.log(i, j)
var g = function () { return 'g' }
;[1, 2].forEach(function (x) { i += x })
console.log(i)
do i--; while (i > 0) console.log(i)
if (a) ; else b
var o = {
  m() { return 1 },
  n: 2
}
console.log(o.m(), o.n)
var t = `x`
var s = t
/1/g
.constructor
console.log(String(s))
for (var k = 0
; k < 2
; k++) ;
console.log(k)
lab: for (;;) { break
lab }
console.log('end'); { 1 } { 2 }
var x
= 5
console.log(x) // a comment
/* another */ console.log('after')
console.log((function () { throw_ = 1; return throw_ })())
// expect: 3
// expect: undefined
// expect: 0 6
// expect: 3
// expect: 0
// expect: 1 2
// expect: NaN
// expect: 2
// expect: end
// expect: 5
// expect: after
// expect: 1
