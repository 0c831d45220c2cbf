// bench/double-loops.js - nested loops over doubles: a Mandelbrot set
function run() {
  var inside = 0, size = 160;
  for (var y = 0; y < size; y++)
    for (var x = 0; x < size; x++) {
      var cr = 2.0 * x / size - 1.5, ci = 2.0 * y / size - 1.0, zr = 0, zi = 0, i = 0;
      while (i < 200 && zr * zr + zi * zi < 4) {
        var t = zr * zr - zi * zi + cr;
        zi = 2 * zr * zi + ci;
        zr = t;
        i++;
      }
      if (i === 200) inside++;
    }
  return inside;
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('double-loops ' + (Date.now() - begin) + ' ' + result);
