// JSON.parse: messages of node 20.
function t(f) { try { return f(); } catch (e) { return e.name + ': ' + e.message; } }
console.log(t(function () { return JSON.parse(''); }));   // expect: SyntaxError: Unexpected end of JSON input
console.log(t(function () { return JSON.parse('  '); }));   // expect: SyntaxError: Unexpected end of JSON input
console.log(t(function () { return JSON.parse('abc'); }));   // expect: SyntaxError: Unexpected token 'a', "abc" is not valid JSON
console.log(t(function () { return JSON.parse('{'); }));   // expect: SyntaxError: Expected property name or '}' in JSON at position 1
console.log(t(function () { return JSON.parse('{a:1}'); }));   // expect: SyntaxError: Expected property name or '}' in JSON at position 1
console.log(t(function () { return JSON.parse('{"a"'); }));   // expect: SyntaxError: Expected ':' after property name in JSON at position 4
console.log(t(function () { return JSON.parse('{"a":'); }));   // expect: SyntaxError: Unexpected end of JSON input
console.log(t(function () { return JSON.parse('{"a":1'); }));   // expect: SyntaxError: Expected ',' or '}' after property value in JSON at position 6
console.log(t(function () { return JSON.parse('{"a":1,'); }));   // expect: SyntaxError: Expected double-quoted property name in JSON at position 7
console.log(t(function () { return JSON.parse('{"a":1,}'); }));   // expect: SyntaxError: Expected double-quoted property name in JSON at position 7
console.log(t(function () { return JSON.parse('{"a":1,2}'); }));   // expect: SyntaxError: Expected double-quoted property name in JSON at position 7
console.log(t(function () { return JSON.parse('{"a":1,"b"'); }));   // expect: SyntaxError: Unexpected end of JSON input
console.log(t(function () { return JSON.parse('{"a":1,"b" 1}'); }));   // expect: SyntaxError: Unexpected number in JSON at position 11
console.log(t(function () { return JSON.parse('{"a":1,"b",}'); }));   // expect: SyntaxError: Unexpected token ',', "{"a":1,"b",}" is not valid JSON
console.log(t(function () { return JSON.parse('{"a",1}'); }));   // expect: SyntaxError: Expected ':' after property name in JSON at position 4
console.log(t(function () { return JSON.parse('['); }));   // expect: SyntaxError: Unexpected end of JSON input
console.log(t(function () { return JSON.parse('[1'); }));   // expect: SyntaxError: Expected ',' or ']' after array element in JSON at position 2
console.log(t(function () { return JSON.parse('[1,'); }));   // expect: SyntaxError: Unexpected end of JSON input
console.log(t(function () { return JSON.parse('[1,]'); }));   // expect: SyntaxError: Unexpected token ']', "[1,]" is not valid JSON
console.log(t(function () { return JSON.parse('[1 2]'); }));   // expect: SyntaxError: Expected ',' or ']' after array element in JSON at position 3
console.log(t(function () { return JSON.parse('[,]'); }));   // expect: SyntaxError: Unexpected token ',', "[,]" is not valid JSON
console.log(t(function () { return JSON.parse('{]'); }));   // expect: SyntaxError: Expected property name or '}' in JSON at position 1
console.log(t(function () { return JSON.parse('[}'); }));   // expect: SyntaxError: Unexpected token '}', "[}" is not valid JSON
console.log(t(function () { return JSON.parse('"abc'); }));   // expect: SyntaxError: Unterminated string in JSON at position 4
console.log(t(function () { return JSON.parse('"a\nb"'); }));   // expect: SyntaxError: Bad control character in string literal in JSON at position 2
console.log(t(function () { return JSON.parse('"\\'); }));   // expect: SyntaxError: Unexpected end of JSON input
console.log(t(function () { return JSON.parse('"\\x"'); }));   // expect: SyntaxError: Bad escaped character in JSON at position 2
console.log(t(function () { return JSON.parse('"\\u12"'); }));   // expect: SyntaxError: Bad Unicode escape in JSON at position 5
console.log(t(function () { return JSON.parse('"\\u12G4"'); }));   // expect: SyntaxError: Bad Unicode escape in JSON at position 5
console.log(t(function () { return JSON.parse('01'); }));   // expect: SyntaxError: Unexpected number in JSON at position 1
console.log(t(function () { return JSON.parse('-01'); }));   // expect: SyntaxError: Unexpected number in JSON at position 2
console.log(t(function () { return JSON.parse('-'); }));   // expect: SyntaxError: No number after minus sign in JSON at position 1
console.log(t(function () { return JSON.parse('-a'); }));   // expect: SyntaxError: No number after minus sign in JSON at position 1
console.log(t(function () { return JSON.parse('1.'); }));   // expect: SyntaxError: Unterminated fractional number in JSON at position 2
console.log(t(function () { return JSON.parse('1.a'); }));   // expect: SyntaxError: Unterminated fractional number in JSON at position 2
console.log(t(function () { return JSON.parse('1e'); }));   // expect: SyntaxError: Exponent part is missing a number in JSON at position 2
console.log(t(function () { return JSON.parse('1e+'); }));   // expect: SyntaxError: Exponent part is missing a number in JSON at position 3
console.log(t(function () { return JSON.parse('tru'); }));   // expect: SyntaxError: Unexpected end of JSON input
console.log(t(function () { return JSON.parse('truex'); }));   // expect: SyntaxError: Unexpected non-whitespace character after JSON at position 4
console.log(t(function () { return JSON.parse('tRue'); }));   // expect: SyntaxError: Unexpected token 'R', "tRue" is not valid JSON
console.log(t(function () { return JSON.parse('tru1'); }));   // expect: SyntaxError: Unexpected number in JSON at position 3
console.log(t(function () { return JSON.parse('tru"'); }));   // expect: SyntaxError: Unexpected string in JSON at position 3
console.log(t(function () { return JSON.parse('nul]'); }));   // expect: SyntaxError: Unexpected token ']', "nul]" is not valid JSON
console.log(t(function () { return JSON.parse('{"a":1}x'); }));   // expect: SyntaxError: Unexpected non-whitespace character after JSON at position 7
console.log(t(function () { return JSON.parse('1 2'); }));   // expect: SyntaxError: Unexpected non-whitespace character after JSON at position 2
console.log(t(function () { return JSON.parse('+1'); }));   // expect: SyntaxError: Unexpected token '+', "+1" is not valid JSON
console.log(t(function () { return JSON.parse('.5'); }));   // expect: SyntaxError: Unexpected token '.', ".5" is not valid JSON
console.log(t(function () { return JSON.parse('NaN'); }));   // expect: SyntaxError: "NaN" is not valid JSON
console.log(t(function () { return JSON.parse('Infinity'); }));   // expect: SyntaxError: "Infinity" is not valid JSON
console.log(t(function () { return JSON.parse('undefined'); }));   // expect: SyntaxError: "undefined" is not valid JSON
console.log(t(function () { return JSON.parse('[object Object]'); }));   // expect: SyntaxError: "[object Object]" is not valid JSON
console.log(t(function () { return JSON.parse(' NaN'); }));   // expect: SyntaxError: Unexpected token 'N', " NaN" is not valid JSON
console.log(t(function () { return JSON.parse('\u20ac'); }));   // expect: SyntaxError: Unexpected token '€', "€" is not valid JSON
console.log(t(function () { return JSON.parse('\ufeff1'); }));   // expect: SyntaxError: Unexpected token '﻿', "﻿1" is not valid JSON
console.log(t(function () { return JSON.parse('\u00a01'); }));   // expect: SyntaxError: Unexpected token ' ', " 1" is not valid JSON
console.log(t(function () { return JSON.parse('\'a\''); }));   // expect: SyntaxError: Unexpected token ''', "'a'" is not valid JSON
console.log(t(function () { return JSON.parse('{"a":1,"b":\u20ac}'); }));   // expect: SyntaxError: Unexpected token '€', "{"a":1,"b":€}" is not valid JSON
console.log(t(function () { return JSON.parse('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'); }));   // expect: SyntaxError: Unexpected token 'a', "aaaaaaaaaa"... is not valid JSON
console.log(t(function () { return JSON.parse('["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",x]'); }));   // expect: SyntaxError: Unexpected token 'x', ..."aaaaaaaa",x]" is not valid JSON
console.log(t(function () { return JSON.parse('[x,"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]'); }));   // expect: SyntaxError: Unexpected token 'x', "[x,"aaaaaaa"... is not valid JSON
console.log(t(function () { return JSON.parse('[[[[[[[[[[x]]]]]]]]]]'); }));   // expect: SyntaxError: Unexpected token 'x', ..."[[[[[[[[[[x]]]]]]]]]"... is not valid JSON
console.log(t(function () { return JSON.parse('[[[[[[[[[x]]]]]]]]]'); }));   // expect: SyntaxError: Unexpected token 'x', "[[[[[[[[[x]]]]]]]]]" is not valid JSON
console.log(t(function () { return JSON.parse('[[[[[[[[[[[[x]]]]]]]]]]]]]'); }));   // expect: SyntaxError: Unexpected token 'x', ..."[[[[[[[[[[x]]]]]]]]]"... is not valid JSON
console.log(t(function () { return JSON.parse(); }));   // expect: SyntaxError: "undefined" is not valid JSON
console.log(t(function () { return JSON.parse({}); }));   // expect: SyntaxError: "[object Object]" is not valid JSON
console.log(t(function () { return JSON.parse(Symbol('x')); }));   // expect: TypeError: Cannot convert a Symbol value to a string
console.log(t(function () { return JSON.parse({toString: function () { throw new RangeError('mine'); }}); }));   // expect: RangeError: mine
