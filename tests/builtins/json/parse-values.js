// JSON.parse: values of all kinds, white space, escapes, keys.
console.log(JSON.parse('1'), JSON.parse('-0'), 1 / JSON.parse('-0'), JSON.parse('0'), JSON.parse(' true '), JSON.parse('null'), JSON.parse('"x"'));   // expect: 1 -0 -Infinity 0 true null x
console.log(JSON.parse('123456789'), JSON.parse('1234567890'), JSON.parse('12345678901234567890'), JSON.parse('-2147483648'), JSON.parse('2147483648'));   // expect: 123456789 1234567890 12345678901234567000 -2147483648 2147483648
console.log(JSON.parse('1.5'), JSON.parse('-0.001'), JSON.parse('1e3'), JSON.parse('1E-7'), JSON.parse('1e400'), JSON.parse('5e-324'), JSON.parse('0.1e+1'));   // expect: 1.5 -0.001 1000 1e-7 Infinity 5e-324 1
console.log(JSON.parse('0.' + '1'.repeat(100)), JSON.parse('9'.repeat(100)));   // expect: 0.1111111111111111 1e+100
console.log(JSON.stringify(JSON.parse(' { "a" : [ 1 , 2 , { } , [ ] ] ,\n"b":\t{"c":null}\r} ')));   // expect: {"a":[1,2,{},[]],"b":{"c":null}}
console.log(JSON.parse('"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\\u20ac\\ud83d\\ude00"') === '"\\/\b\f\n\r\tA\xe9\u20ac\ud83d\ude00');   // expect: true
console.log(JSON.parse('"\u2028\u2029\x7f"').length, JSON.parse('"\\ud800"').charCodeAt(0), JSON.parse('"\u20ac abc def ghi jkl mno"'));   // expect: 3 55296 € abc def ghi jkl mno
console.log(Object.keys(JSON.parse('{"b":1,"a":2,"2":3,"1":4,"b":5}')).join(), JSON.parse('{"b":1,"b":5}').b);   // expect: 1,2,b,a 5
var p = JSON.parse('{"__proto__":{"x":1},"constructor":2}'); console.log(Object.keys(p).join(), Object.getPrototypeOf(p) === Object.prototype, p.x, p.constructor);   // expect: __proto__,constructor true undefined 2
console.log(JSON.parse('{"":1}')[''], JSON.parse('{"\\u0061b":7}').ab, JSON.parse('{"caf\xe9":1,"\u20ac":2}')['\u20ac']);   // expect: 1 7 2
var long = 'k'.repeat(100); console.log(JSON.parse('{"' + long + '":"' + long + '"}')[long] === long);   // expect: true
var objects = JSON.parse('[' + '{"id":1,"name":"some text here","list":[1,2,3]},'.repeat(1000) + '0]'); console.log(objects.length, objects[999].name, objects[500].list.join());   // expect: 1001 some text here 1,2,3
console.log(JSON.parse({toString: function () { return '[4]'; }})[0], JSON.parse(null), JSON.parse(true), JSON.parse(['5']));   // expect: 4 null true 5
console.log(JSON.parse.length, JSON.parse.name, Object.prototype.toString.call(JSON), JSON[Symbol.toStringTag], Object.keys(JSON).length);   // expect: 2 parse [object JSON] JSON 0
