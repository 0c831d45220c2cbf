// Joining and copying an array that is mostly holes visits what is there.
var a = [];
a[5] = 'five';
a[4294967290] = 'far';
a.name = 'not an element';
console.log(a.join(''), a.slice(4294967289).length, a.slice(4294967289)[1]);   // expect: fivefar 2 far
console.log(a.slice(4, 8).join(), a.slice(6, 9).length);                       // expect: ,five,, 3
var b = new Array(20000000);
b[19999999] = 1;
var c = ['x'].concat(b, 'y');
console.log(c.length, c[20000000], c[20000001], 1 in c, Object.keys(c).join());   // expect: 20000002 1 y false 0,20000000,20000001
b = new Array(10000000);
b[9999999] = 'end';
console.log(b.join().length, b.join().slice(-5));                              // expect: 10000002 ,,end
// stress-every: 23
