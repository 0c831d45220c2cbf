// bench/typed-doubles.js - Float64Array: products of matrices
function multiply(a, b, c, n) {
  for (var i = 0; i < n; i++) {
    for (var j = 0; j < n; j++) {
      var sum = 0;
      for (var k = 0; k < n; k++) sum += a[i * n + k] * b[k * n + j];
      c[i * n + j] = sum;
    }
  }
}

function run() {
  var n = 100, a = new Float64Array(n * n), b = new Float64Array(n * n), c = new Float64Array(n * n);
  for (var i = 0; i < n * n; i++) {
    a[i] = (i % 17) / 4;
    b[i] = (i % 13) / 8;
  }
  for (var round = 0; round < 3; round++) {
    multiply(a, b, c, n);
    multiply(c, b, a, n);
    for (i = 0; i < n * n; i++) a[i] = a[i] / 1000;
  }
  return Math.floor(c[n * n - 1]);
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('typed-doubles ' + (Date.now() - begin) + ' ' + result);
