// The setters of Date: overflow of fields, invalid dates, order of the conversions, errors.
var d = new Date(Date.UTC(2020, 0, 31));
console.log(d.setUTCMonth(1), d.setUTCDate(0), d.setUTCFullYear(2001, 5, 6), d.setUTCHours(1, 2, 3, 4), d.setUTCMinutes(70), d.setUTCSeconds(-1, 5), d.setUTCMilliseconds(2000));   // expect: 1583107200000 1582934400000 991785600000 991789323004 991793403004 991793399005 991793401000
d = new Date(2020, 0, 31); d.setMonth(1); console.log(d.getMonth(), d.getDate()); d.setHours(25); console.log(d.getDate(), d.getHours()); d.setYear(99); console.log(d.getFullYear());   // expect: 2 2
// expect: 3 1
// expect: 1999
d = new Date(NaN); console.log(d.setHours(1), d.setUTCFullYear(2000, 1, 29), d.setUTCHours(), d.getTime(), d.setTime(5.5), d.setTime(8.64e15 + 1), d.setTime());   // expect: NaN 951782400000 NaN NaN 5 NaN NaN
var log = []; function arg(n) { return {valueOf: function () { log.push(n); return n; }}; }
new Date(0).setHours(arg(1), arg(2), arg(3), arg(4)); console.log(log.join());   // expect: 1,2,3,4
try { Date.prototype.setDate.call({}); } catch (e) { console.log(e.message); }   // expect: Method Date.prototype.setDate called on incompatible receiver #<Object>
try { new Date(0).setTime(Symbol()); } catch (e) { console.log(e.message); }   // expect: Cannot convert a Symbol value to a number
