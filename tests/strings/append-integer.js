// A string and an integer: short results are made at once, longer ones are ropes, and both are the same text.
var lefts = ['', 'a', 'abcdefgh', 'abcdefghijkl', 'abcdefghijklm', '\u20ac', 'x'.repeat(3), 'rope of ' + 'two parts', 'rope of two parts'.slice(1, 4)];
var integers = [0, 7, -1, 10, 99, 100, 12345, -2147483648, 2147483647, 4294967295, -0, 1.5];
lefts.forEach(function (left) {
  console.log(integers.map(function (i) { var text = left + i; return text + '/' + text.length; }).join(' '));
});
var object = {}, key;
for (var i = 0; i < 3; i++) { key = 'k' + i; object[key] = key; key += object[key].length; object[key] = i; }
console.log(JSON.stringify(object), key);
console.log(integers.map(String).join());
