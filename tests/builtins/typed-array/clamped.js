// Uint8ClampedArray rounds to even.
console.log(new Uint8ClampedArray([0.5, 1.5, 2.5, 254.5, 254.6, 300, -1, NaN, -0.4, Infinity, -Infinity]).join());
// expect: 0,2,2,254,255,255,0,0,0,255,0
