// Ropes and slices are flattened while their pieces move.
var s = '';
for (var i = 0; i < 300; i++) s = i % 3 ? s + 'piece ' + i : i + ' \u2603 ' + s;
console.log(s.length, s.slice(0, 12), s.slice(-12), s.indexOf('piece 1'), s.split('piece').length);  // expect: 2290 297 ☃ 294 ☃  298piece 299 562 201
var parts = [];
for (var k = 0; k < 50; k++) parts.push(s.slice(k * 10, k * 10 + 20).toUpperCase() + k);
console.log(parts.join('').length, parts[49], parts[3] === s.slice(30, 50).toUpperCase() + '3');  // expect: 1090  42 ☃ 39 ☃ 36 ☃ 33 ☃49 true
var text = '';
for (var n = 0; n < 100; n++) text = text + text.length + ',';
console.log(text.length, text.split(',').slice(-3).join(), text.replaceAll(',', ', ').length);  // expect: 360 352,356, 460
