// Arrays: columns from seven entries on, more than a hundred, holes, extra properties.
var a = [];
for (var i = 0; i < 120; i++) a.push(i);
console.log([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 7]);
// expect: [ 1, 2, 3, 4, 5, 6 ] [
// expect:   1, 2, 3, 4,
// expect:   5, 6, 7
// expect: ]
console.log(a);
// expect: [
// expect:    0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11,
// expect:   12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
// expect:   24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35,
// expect:   36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
// expect:   48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59,
// expect:   60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71,
// expect:   72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83,
// expect:   84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95,
// expect:   96, 97, 98, 99,
// expect:   ... 20 more items
// expect: ]
console.log(a.slice(0, 101));
// expect: [
// expect:    0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11,
// expect:   12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
// expect:   24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35,
// expect:   36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
// expect:   48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59,
// expect:   60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71,
// expect:   72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83,
// expect:   84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95,
// expect:   96, 97, 98, 99,
// expect:   ... 1 more item
// expect: ]
console.log(a.slice(0, 30));
// expect: [
// expect:    0,  1,  2,  3,  4,  5,  6,  7,  8,
// expect:    9, 10, 11, 12, 13, 14, 15, 16, 17,
// expect:   18, 19, 20, 21, 22, 23, 24, 25, 26,
// expect:   27, 28, 29
// expect: ]
console.log(a.map(function (x) { return x * 1000; }).slice(0, 40));
// expect: [
// expect:       0,  1000,  2000,  3000,  4000,
// expect:    5000,  6000,  7000,  8000,  9000,
// expect:   10000, 11000, 12000, 13000, 14000,
// expect:   15000, 16000, 17000, 18000, 19000,
// expect:   20000, 21000, 22000, 23000, 24000,
// expect:   25000, 26000, 27000, 28000, 29000,
// expect:   30000, 31000, 32000, 33000, 34000,
// expect:   35000, 36000, 37000, 38000, 39000
// expect: ]
console.log(a.map(function (x) { return 'item' + x; }).slice(0, 40));
// expect: [
// expect:   'item0',  'item1',  'item2',  'item3',
// expect:   'item4',  'item5',  'item6',  'item7',
// expect:   'item8',  'item9',  'item10', 'item11',
// expect:   'item12', 'item13', 'item14', 'item15',
// expect:   'item16', 'item17', 'item18', 'item19',
// expect:   'item20', 'item21', 'item22', 'item23',
// expect:   'item24', 'item25', 'item26', 'item27',
// expect:   'item28', 'item29', 'item30', 'item31',
// expect:   'item32', 'item33', 'item34', 'item35',
// expect:   'item36', 'item37', 'item38', 'item39'
// expect: ]
console.log(a.map(function (x) { return {x: x}; }).slice(0, 10));
// expect: [
// expect:   { x: 0 }, { x: 1 },
// expect:   { x: 2 }, { x: 3 },
// expect:   { x: 4 }, { x: 5 },
// expect:   { x: 6 }, { x: 7 },
// expect:   { x: 8 }, { x: 9 }
// expect: ]
console.log(a.map(String).slice(0, 27));
// expect: [
// expect:   '0',  '1',  '2',  '3',  '4',
// expect:   '5',  '6',  '7',  '8',  '9',
// expect:   '10', '11', '12', '13', '14',
// expect:   '15', '16', '17', '18', '19',
// expect:   '20', '21', '22', '23', '24',
// expect:   '25', '26'
// expect: ]
console.log(['a', 'bb', 'ccc', 'dddd', 'eeeee', 'ffffff', 'ggggggg', 'hhhhhhhh']);
// expect: [
// expect:   'a',       'bb',
// expect:   'ccc',     'dddd',
// expect:   'eeeee',   'ffffff',
// expect:   'ggggggg', 'hhhhhhhh'
// expect: ]
console.log([1.5, 22.25, 333.125, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
// expect: [
// expect:   1.5, 22.25, 333.125,
// expect:     4,     5,       6,
// expect:     7,     8,       9,
// expect:    10,    11,      12
// expect: ]
console.log([-1, 2, -3, 4, -5, 6, -7, 8]);
// expect: [
// expect:   -1, 2, -3, 4,
// expect:   -5, 6, -7, 8
// expect: ]
console.log([1, 'a', 2, 'b', 3, 'c', 4, 'd']);
// expect: [
// expect:   1, 'a', 2, 'b',
// expect:   3, 'c', 4, 'd'
// expect: ]
console.log([undefined, null, undefined, null, true, null, undefined]);
// expect: [
// expect:   undefined, null,
// expect:   undefined, null,
// expect:   true,      null,
// expect:   undefined
// expect: ]
console.log([[1, 2], [3, 4], [5, 6], [7, 8], [9, 10], [11, 12], [13, 14]]);
// expect: [
// expect:   [ 1, 2 ],
// expect:   [ 3, 4 ],
// expect:   [ 5, 6 ],
// expect:   [ 7, 8 ],
// expect:   [ 9, 10 ],
// expect:   [ 11, 12 ],
// expect:   [ 13, 14 ]
// expect: ]
console.log([{a: 1, b: 2}, {a: 3, b: 4}, {a: 5, b: 6}, {a: 7, b: 8}, {a: 9, b: 10}, {a: 11, b: 12}, {a: 13, b: 14}]);
// expect: [
// expect:   { a: 1, b: 2 },
// expect:   { a: 3, b: 4 },
// expect:   { a: 5, b: 6 },
// expect:   { a: 7, b: 8 },
// expect:   { a: 9, b: 10 },
// expect:   { a: 11, b: 12 },
// expect:   { a: 13, b: 14 }
// expect: ]
console.log([1.0, 2.5, 'x'.repeat(20), 1, 2, 3, 4, 5, 6, 7]);
// expect: [ 1, 2.5, 'xxxxxxxxxxxxxxxxxxxx', 1, 2, 3, 4, 5, 6, 7 ]
console.log(['局部变量', '局部', 'a', 'b', 'c', 'd', 'e', 'f']);   // expect: [ '局部变量', '局部', 'a', 'b', 'c', 'd', 'e', 'f' ]
console.log({a: {b: {c: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}}}, {x: a.slice(0, 20)});
// expect: { a: { b: { c: [Array] } } } {
// expect:   x: [
// expect:      0,  1,  2,  3,  4,  5,  6,
// expect:      7,  8,  9, 10, 11, 12, 13,
// expect:     14, 15, 16, 17, 18, 19
// expect:   ]
// expect: }
