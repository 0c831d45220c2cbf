// Functions, object literals and try statements in any number.
// skip-stress
var N = 100000;
function repeat(count, piece, between) {
  var parts = [];
  for (var k = 0; k < count; k++) parts.push(piece(k));
  return parts.join(between);
}

var array = eval('[' + repeat(N, function (k) { return '() => ' + k; }, ',') + ']');
console.log(array.length, array[0](), array[65536](), array[99999]());       // expect: 100000 0 65536 99999
var object = eval('({' + repeat(N, function (k) { return 'p' + k + ':' + k; }, ',') + '})');
console.log(Object.keys(object).length, object.p0, object.p99999);           // expect: 100000 0 99999
object = eval('({' + repeat(N, function (k) { return k + ':' + k; }, ',') + '})');
console.log(Object.keys(object).length, object[0], object[99999]);           // expect: 100000 0 99999
object = eval('({' + repeat(N, function (k) { return '["c" + ' + k + ']:' + k; }, ',') + '})');
console.log(Object.keys(object).length, object.c0, object.c99999);           // expect: 100000 0 99999
object = eval('({' + repeat(N, function (k) { return 'm' + k + '() { return ' + k + '}'; }, ',') + '})');
console.log(Object.keys(object).length, object.m0(), object.m99999(), object.m70000.name);   // expect: 100000 0 99999 m70000
object = eval('({' + repeat(N, function (k) { return 'get g' + k + '() { return ' + k + '}'; }, ',') + '})');
console.log(Object.keys(object).length, object.g0, object.g99999);           // expect: 100000 0 99999
object = eval('({' + repeat(N, function (k) { return 'a' + k % 2 + ':' + k; }, ',') + '})');
console.log(JSON.stringify(object));                                         // expect: {"a0":99998,"a1":99999}
console.log(new Function('x', 'switch (x) {' + repeat(N, function (k) { return 'case ' + k + ': return "r' + k + '"'; }, ';') +
    '}')(99999));                                                            // expect: r99999
console.log(new Function('x', 'switch (x) {' + repeat(N, function (k) { return 'case "k' + k + '": return "r' + k + '"'; }, ';') +
    '}')('k99999'));                                                         // expect: r99999
console.log(new Function('var s = 0;' + repeat(20000, function (k) { return 'try { throw ' + k + ' } catch (e) { s += e }'; }, '') +
    'return s')());                                                          // expect: 199990000
