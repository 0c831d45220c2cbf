// Date as a constructor and as a function: kinds of arguments, range, years of two digits.
console.log(new Date(0).getTime(), new Date(null).getTime(), new Date(true).getTime(), new Date(undefined).getTime(), new Date(1.9).getTime(), new Date(-1.9).getTime(), 1 / new Date(-0).getTime());   // expect: 0 0 1 NaN 1 -1 Infinity
console.log(new Date(8.64e15).getTime(), new Date(8.64e15 + 1).getTime(), new Date(new Date(7)).getTime(), new Date({valueOf: function () { return 5; }}).getTime());   // expect: 8640000000000000 NaN 7 5
console.log(new Date(2020, 0).getTime() === new Date('2020-01-01T00:00').getTime(), new Date(99, 0).getFullYear(), new Date(100, 0).getFullYear(), new Date(2020, undefined).getTime());   // expect: true 1999 100 NaN
console.log(typeof Date(), typeof Date(5), Math.abs(new Date() - Date.now()) < 1000, Date.now() % 1);   // expect: string string true 0
console.log(Object.prototype.toString.call(new Date()), Object.prototype.toString.call(Date.prototype), Date.length, Date.UTC.length, Date.parse.length);   // expect: [object Date] [object Object] 7 7 1
function Sub() {} console.log(Reflect.construct(Date, [9], Sub) instanceof Sub, Date.prototype.getTime.call(Reflect.construct(Date, [9], Sub)));   // expect: true 9
