// JSON.stringify: the third argument.
console.log(JSON.stringify({a: 1, b: [1, {c: 2}], d: {}, e: []}, null, 2));   // expect: {
// expect:   "a": 1,
// expect:   "b": [
// expect:     1,
// expect:     {
// expect:       "c": 2
// expect:     }
// expect:   ],
// expect:   "d": {},
// expect:   "e": []
// expect: }
console.log(JSON.stringify([1, [2]], null, '--'));   // expect: [
// expect: --1,
// expect: --[
// expect: ----2
// expect: --]
// expect: ]
console.log(JSON.stringify([1], null, 20).length, JSON.stringify([1], null, 'abcdefghijklmno').length, JSON.stringify([1], null, 0), JSON.stringify([1], null, -5), JSON.stringify([1], null, ''));   // expect: 15 15 [1] [1] [1]
console.log(JSON.stringify([1], null, new Number(1)).length, JSON.stringify([1], null, new String('xy')).length, JSON.stringify([1], null, true), JSON.stringify([1], null, {}), JSON.stringify([1], null, 2.9).length);   // expect: 6 7 [1] [1] 7
console.log(JSON.stringify({a: undefined}, null, 2), JSON.stringify([undefined], null, 1), JSON.stringify({a: undefined, b: 1, c: undefined}, null, 1));   // expect: {} [
// expect:  null
// expect: ] {
// expect:  "b": 1
// expect: }
console.log(JSON.stringify('x', null, 2), JSON.stringify([[[]]], null, '\t'));   // expect: "x" [
// expect: 	[
// expect: 		[]
// expect: 	]
// expect: ]
