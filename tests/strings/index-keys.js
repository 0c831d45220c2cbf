// Which strings are array indexes.
var a = [];
a['0'] = 'zero';
a['01'] = 'no';
a['4294967294'] = 'last';
console.log(a.length, a[0], a['01'], a[4294967294]);  // expect: 4294967295 zero no last
var b = [];
b['4294967295'] = 'no index';
b['-1'] = 'no index';
b['1e3'] = 'no index';
b['1.5'] = 'no index';
b[' 1'] = 'no index';
console.log(b.length, Object.keys(b).join('|'));  // expect: 0 4294967295|-1|1e3|1.5| 1
b['12'] = 'index';
console.log(b.length, b[12]);  // expect: 13 index
var c = {};
c[1e21] = 1; c[0.1] = 2; c[-0] = 3; c[NaN] = 4; c[-5] = 5; c[1e-7] = 6;
console.log(Object.keys(c).join('|'));  // expect: 0|1e+21|0.1|NaN|-5|1e-7
