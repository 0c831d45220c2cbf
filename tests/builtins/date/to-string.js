// The texts of a Date: toString, ISO, UTC and locale forms; far years and invalid dates.
var d = new Date(1381124787123), bad = new Date(NaN);
console.log(d.toISOString(), d.toUTCString(), d.toGMTString === d.toUTCString, d.toJSON());   // expect: 2013-10-07T05:46:27.123Z Mon, 07 Oct 2013 05:46:27 GMT true 2013-10-07T05:46:27.123Z
console.log(new Date(-1e15).toISOString(), new Date(8.64e15).toISOString(), new Date(-1e15).toUTCString(), new Date(-62198755200000).toUTCString());   // expect: -029719-04-05T22:13:20.000Z +275760-09-13T00:00:00.000Z Tue, 05 Apr -29719 22:13:20 GMT Fri, 01 Jan -0001 00:00:00 GMT
console.log(String(bad), bad.toDateString(), bad.toUTCString(), bad.toLocaleString(), bad.toJSON());   // expect: Invalid Date Invalid Date Invalid Date Invalid Date null
d = new Date(2013, 9, 7, 13, 46, 27); var text = d.toString();
console.log(text.slice(0, 28), d.toDateString(), text === d.toDateString() + ' ' + d.toTimeString(), new Date(text) - d);   // expect: Mon Oct 07 2013 13:46:27 GMT Mon Oct 07 2013 true 0
console.log(new Date(-3, 1, 3).toDateString(), new Date(12345, 1, 3).toDateString());   // expect: Mon Feb 03 -0003 Sat Feb 03 12345
console.log(d.toLocaleString()); console.log(d.toLocaleDateString(), d.toLocaleTimeString(), new Date(2020, 0, 1).toLocaleTimeString('en-US'), new Date(2020, 0, 1, 12, 5).toLocaleTimeString());   // expect: 10/7/2013, 1:46:27 PM
// expect: 10/7/2013 1:46:27 PM 12:00:00 AM 12:05:00 PM
try { bad.toISOString(); } catch (e) { console.log(e.name, e.message); }   // expect: RangeError Invalid time value
try { Date.prototype.toString.call({}); } catch (e) { console.log(e.message); }   // expect: Method Date.prototype.toString called on incompatible receiver #<Object>
