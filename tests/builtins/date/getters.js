// The getters of Date: UTC and local fields, times before 1970, the limits, invalid dates.
var d = new Date(1381124787123);
console.log(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate(), d.getUTCDay(), d.getUTCHours(), d.getUTCMinutes(), d.getUTCSeconds(), d.getUTCMilliseconds());   // expect: 2013 9 7 1 5 46 27 123
d = new Date(2013, 9, 7, 13, 46, 27, 123);
console.log(d.getFullYear(), d.getMonth(), d.getDate(), d.getDay(), d.getHours(), d.getMinutes(), d.getSeconds(), d.getMilliseconds(), d.getYear());   // expect: 2013 9 7 1 13 46 27 123 113
d = new Date(-1); console.log(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate(), d.getUTCDay(), d.getUTCHours(), d.getUTCMilliseconds());   // expect: 1969 11 31 3 23 999
d = new Date(-8.64e15); console.log(d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate(), d.getUTCDay());   // expect: -271821 3 20 2
d = new Date(NaN); console.log(d.getTime(), d.getFullYear(), d.getUTCDay(), d.getTimezoneOffset(), d.valueOf());   // expect: NaN NaN NaN NaN NaN
d = new Date(2013, 9, 7); console.log(d.getTimezoneOffset() * 60000 + Date.UTC(2013, 9, 7) - d);   // expect: 0
try { Date.prototype.getTime.call({}); } catch (e) { console.log(e.message); }   // expect: this is not a Date object.
