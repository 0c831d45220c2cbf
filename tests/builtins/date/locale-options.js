// The locale texts of a Date, with options.
// env: TZ=Europe/Berlin
var date = new Date(Date.UTC(2020, 0, 5, 15, 4, 7));
function show(method, options, locale) {
  try { console.log(date[method](locale || 'en-US', options)); } catch (e) { console.log(e.name + ': ' + e.message); }
}
show('toLocaleString');   // expect: 1/5/2020, 4:04:07 PM
show('toLocaleString', {timeZone: 'UTC'});   // expect: 1/5/2020, 3:04:07 PM
show('toLocaleString', {hour12: false});   // expect: 1/5/2020, 16:04:07
show('toLocaleString', {weekday: 'short'});   // expect: Sun
show('toLocaleString', {weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit'});   // expect: Sunday, January 5, 2020 at 4:04 PM
show('toLocaleString', {month: 'short', day: 'numeric', hour: 'numeric'});   // expect: Jan 5, 4 PM
show('toLocaleString', {dateStyle: 'full', timeStyle: 'short'});   // expect: Sunday, January 5, 2020 at 4:04 PM
show('toLocaleString', {dateStyle: 'medium'});   // expect: Jan 5, 2020
show('toLocaleString', {timeStyle: 'medium', hourCycle: 'h23'});   // expect: 16:04:07
show('toLocaleDateString', {year: 'numeric', month: 'long', day: 'numeric'});   // expect: January 5, 2020
show('toLocaleDateString', {year: 'numeric', month: '2-digit', day: '2-digit'});   // expect: 01/05/2020
show('toLocaleDateString', {weekday: 'short', month: 'numeric', day: 'numeric'});   // expect: Sun, 1/5
show('toLocaleDateString', {month: 'long', year: 'numeric'});   // expect: January 2020
show('toLocaleDateString', {weekday: 'long', day: 'numeric'});   // expect: 5 Sunday
show('toLocaleDateString', {dateStyle: 'short'});   // expect: 1/5/20
show('toLocaleDateString', {hour: '2-digit'});   // expect: 1/5/2020, 04 PM
show('toLocaleTimeString', {hour: '2-digit', minute: '2-digit'});   // expect: 04:04 PM
show('toLocaleTimeString', {minute: 'numeric', second: 'numeric'});   // expect: 04:07
show('toLocaleTimeString', {minute: '2-digit'});   // expect: 4
show('toLocaleTimeString', {weekday: 'short'});   // expect: Sun 4:04:07 PM
show('toLocaleTimeString', {dateStyle: 'short'});   // expect: TypeError: Invalid option : dateStyle
show('toLocaleDateString', {dateStyle: 'short', year: 'numeric'});   // expect: TypeError: Can't set option year when dateStyle is used
show('toLocaleDateString', {weekday: 'x'});   // expect: RangeError: Value x out of range for Date.prototype.toLocaleDateString options property weekday
show('toLocaleDateString', null);   // expect: TypeError: Cannot convert undefined or null to object
date = new Date(2020, 0, 5, 0, 5);
show('toLocaleTimeString', {hour12: false});   // expect: 24:05:00
show('toLocaleTimeString', {hourCycle: 'h23'});   // expect: 00:05:00
show('toLocaleTimeString', {hourCycle: 'h11'});   // expect: 0:05:00 AM
date = new Date(NaN);
show('toLocaleString', {weekday: 'x'});   // expect: Invalid Date
