// Strings made of others: repeat, padStart, padEnd, String.raw, the methods for HTML.
console.log('ab'.repeat(3), 'ab'.repeat(0) === '', ''.repeat(9) === '', 'x'.repeat(2.9), 'x'.repeat('3'), 'abc'.repeat(100).length);  // expect: ababab true true xx xxx 300
console.log('5'.padStart(3, '0'), 'abc'.padStart(2), 'abc'.padStart(6), 'abc'.padStart(8, '12'), 'abc'.padEnd(8, '12') + '|', 'abc'.padEnd(6) + '|', 'a'.padStart(5, ''), 'a'.padEnd(3, undefined) + '|');  // expect: 005 abc    abc 12121abc abc12121| abc   | a a  |
try { 'x'.repeat(-1); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: RangeError: Invalid count value: -1
try { 'x'.repeat(Infinity); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: RangeError: Invalid count value: Infinity
console.log(String.raw({raw: ['a', 'b', 'c']}, 1, 2, 3), String.raw({raw: 'xyz'}, '-', '+'), String.raw({raw: []}, 1), String.raw({raw: {length: 2, 0: 'p', 1: 'q'}}));  // expect: a1b2c x-y+z  pq
console.log(String.raw`a\n${1 + 1}\u0041`);  // expect: a\n2\u0041
console.log('a'.anchor('"x"'), 'b'.bold(), 'c'.link('u'), 'd'.fontcolor('red'), 'e'.sub(), 'f'.strike());  // expect: <a name="&quot;x&quot;">a</a> <b>b</b> <a href="u">c</a> <font color="red">d</font> <sub>e</sub> <strike>f</strike>
