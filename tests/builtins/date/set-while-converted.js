// A setter reads the date before it converts its arguments; an invalid date stays what a conversion made of it.
var date = new Date(NaN);
var result = date.setHours({valueOf: function () { date.setTime(0); return 1; }});
console.log(result, date.getTime());   // expect: NaN 0
date = new Date(0);
result = date.setUTCDate({valueOf: function () { date.setTime(NaN); return 2; }});
console.log(result, date.getTime());   // expect: 86400000 86400000
