// Holes and extra properties of arrays.
console.log([, 1], [1, , ], [, , ], [1, , , 2], new Array(5), new Array(3).concat([1]), [, 'a', , 'b', , , 'c']);
// expect: [ <1 empty item>, 1 ] [ 1, <1 empty item> ] [ <2 empty items> ] [ 1, <2 empty items>, 2 ] [ <5 empty items> ] [ <3 empty items>, 1 ] [ <1 empty item>, 'a', <1 empty item>, 'b', <2 empty items>, 'c' ]
console.log(Object.assign([1, 2, 3], {x: 1, 'y-z': 2}), Object.assign([], {a: 1}), Object.assign([, 1], {'-1': 5, '01': 6}));
// expect: [ 1, 2, 3, x: 1, 'y-z': 2 ] [ a: 1 ] [ <1 empty item>, 1, '-1': 5, '01': 6 ]
var sparse = [];
sparse[4294967290] = 1;
console.log(sparse, sparse.length);   // expect: [ <4294967290 empty items>, 1 ] 4294967291
var big = [];
big[1] = 1; big[200] = 2;
console.log(big);   // expect: [ <1 empty item>, 1, <198 empty items>, 2 ]
var many = new Array(300);
for (var i = 0; i < 300; i += 2) many[i] = i;
console.log(many);
// expect: [
// expect:   0,              <1 empty item>, 2,              <1 empty item>, 4,
// expect:   <1 empty item>, 6,              <1 empty item>, 8,              <1 empty item>,
// expect:   10,             <1 empty item>, 12,             <1 empty item>, 14,
// expect:   <1 empty item>, 16,             <1 empty item>, 18,             <1 empty item>,
// expect:   20,             <1 empty item>, 22,             <1 empty item>, 24,
// expect:   <1 empty item>, 26,             <1 empty item>, 28,             <1 empty item>,
// expect:   30,             <1 empty item>, 32,             <1 empty item>, 34,
// expect:   <1 empty item>, 36,             <1 empty item>, 38,             <1 empty item>,
// expect:   40,             <1 empty item>, 42,             <1 empty item>, 44,
// expect:   <1 empty item>, 46,             <1 empty item>, 48,             <1 empty item>,
// expect:   50,             <1 empty item>, 52,             <1 empty item>, 54,
// expect:   <1 empty item>, 56,             <1 empty item>, 58,             <1 empty item>,
// expect:   60,             <1 empty item>, 62,             <1 empty item>, 64,
// expect:   <1 empty item>, 66,             <1 empty item>, 68,             <1 empty item>,
// expect:   70,             <1 empty item>, 72,             <1 empty item>, 74,
// expect:   <1 empty item>, 76,             <1 empty item>, 78,             <1 empty item>,
// expect:   80,             <1 empty item>, 82,             <1 empty item>, 84,
// expect:   <1 empty item>, 86,             <1 empty item>, 88,             <1 empty item>,
// expect:   90,             <1 empty item>, 92,             <1 empty item>, 94,
// expect:   <1 empty item>, 96,             <1 empty item>, 98,             <1 empty item>,
// expect:   ... 200 more items
// expect: ]
console.log(new Array(20 * 1024 * 1024));   // expect: [ <20971520 empty items> ]
