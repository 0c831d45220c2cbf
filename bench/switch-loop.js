// bench/switch-loop.js - a small interpreter: switch in a loop
function run() {
  var program = [0, 1, 2, 3, 1, 4, 2, 5, 6, 7], acc = 1, steps = 0;
  for (var pc = 0; steps < 6000000; steps++) {
    switch (program[pc]) {
      case 0: acc += 3; break;
      case 1: acc ^= steps; break;
      case 2: acc = (acc << 1) & 0xffffff; break;
      case 3: acc -= 7; break;
      case 4: acc |= 1; break;
      case 5: acc = acc >> 1; break;
      case 6: acc += steps & 15; break;
      default: acc &= 0x3fffff; pc = -1;
    }
    pc++;
  }
  return acc;
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('switch-loop ' + (Date.now() - begin) + ' ' + result);
