// Plain objects: keys, nesting, depth.
console.log({}, [], [[]], [{}], {a: {}}, {a: []});   // expect: {} [] [ [] ] [ {} ] { a: {} } { a: [] }
console.log({a: 1, 'b-c': 2, '3': 3, $x: 4, _y: 5, '': 7, "it's": 8, '1a': 9});
// expect: { '3': 3, a: 1, 'b-c': 2, '$x': 4, _y: 5, '': 7, "it's": 8, '1a': 9 }
console.log({a: {b: {c: {d: 1}}}}, [[[[1]]]], {a: [[[]]]}, [[[{}]]]);
// expect: { a: { b: { c: [Object] } } } [ [ [ [Array] ] ] ] { a: [ [ [] ] ] } [ [ [ {} ] ] ]
console.log({a: {b: {c: {}}}}, {a: {b: {c: []}}}, {a: {b: {c: function () {}}}});
// expect: { a: { b: { c: {} } } } { a: { b: { c: [] } } } { a: { b: { c: [Function: c] } } }
console.log({longpropertyname1: 'value1', longpropertyname2: 'value2', longpropertyname3: 'value3'});
// expect: {
// expect:   longpropertyname1: 'value1',
// expect:   longpropertyname2: 'value2',
// expect:   longpropertyname3: 'value3'
// expect: }
console.log({longpropertyname1: 'value1', longpropertyname2: 'value2', longproperty: 'value3'});
// expect: {
// expect:   longpropertyname1: 'value1',
// expect:   longpropertyname2: 'value2',
// expect:   longproperty: 'value3'
// expect: }
console.log({a: 1, b: 2, c: {d: 3, e: 4, f: {g: 5}}});   // expect: { a: 1, b: 2, c: { d: 3, e: 4, f: { g: 5 } } }
console.log({aaaaaaaaaaaaaaaaaaaaa: {bbbbbbbbbbbbbbbbbbbbbbbbbbbb: {cccccccccccccccccc: {dddd: 1}}}});
// expect: {
// expect:   aaaaaaaaaaaaaaaaaaaaa: { bbbbbbbbbbbbbbbbbbbbbbbbbbbb: { cccccccccccccccccc: [Object] } }
// expect: }
console.log({x: [1, 2, 3, {y: [4, 5, {z: 1}]}]});   // expect: { x: [ 1, 2, 3, { y: [Array] } ] }
console.log({a: 'a'.repeat(15), b: 'b'.repeat(15), c: 'c'.repeat(15), d: 4});
// expect: {
// expect:   a: 'aaaaaaaaaaaaaaa',
// expect:   b: 'bbbbbbbbbbbbbbb',
// expect:   c: 'ccccccccccccccc',
// expect:   d: 4
// expect: }
console.log({a: 'a'.repeat(15), b: 'b'.repeat(15), c: 'c'.repeat(15), d: 40});
// expect: {
// expect:   a: 'aaaaaaaaaaaaaaa',
// expect:   b: 'bbbbbbbbbbbbbbb',
// expect:   c: 'ccccccccccccccc',
// expect:   d: 40
// expect: }
console.log({['__pro' + 'to__']: 1});   // expect: { ['__proto__']: 1 }
console.log(Object.defineProperty({a: 1}, 'hidden', {value: 1}));   // expect: { a: 1 }
console.log({get x() { return 1; }, set x(v) {}, get y() { return 1; }, set z(v) {}});
// expect: { x: [Getter/Setter], y: [Getter], z: [Setter] }
