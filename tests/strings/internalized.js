// Names that are made at run time find the properties of names in the source.
// skip-stress
var o = {alpha: 1, beta: 2, longPropertyNameOfAnObject: 3, 7: 4};
var parts = ['al', 'pha'];
console.log(o[parts[0] + parts[1]], o['be' + 'ta'.slice(0)], o['long' + 'PropertyName' + 'OfAnObject']);  // expect: 1 2 3
console.log(o['7'], o['0' + 7], o[String(7)], o[7.0], o['+7']);  // expect: 4 undefined 4 4 undefined
for (var i = 0; i < 20000; i++) o['key' + i] = i;
var sum = 0;
for (var k = 0; k < 20000; k++) sum += o['key' + k];
console.log(sum, Object.keys(o).length);  // expect: 199990000 20004
for (var n = 0; n < 20000; n++) delete o['key' + n];
console.log(Object.keys(o).join());  // expect: 7,alpha,beta,longPropertyNameOfAnObject
