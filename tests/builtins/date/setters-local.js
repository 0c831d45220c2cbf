// Setters in local time across changes of the clock.
// env: TZ=Europe/Berlin
var d = new Date(2024, 2, 30, 2, 30); d.setDate(31); console.log(d.toISOString(), d.getHours());   // expect: 2024-03-31T01:30:00.000Z 3
d = new Date(2024, 9, 26, 2, 30); d.setDate(27); console.log(d.toISOString(), d.getTimezoneOffset());   // expect: 2024-10-27T00:30:00.000Z -120
d = new Date(2024, 0, 31); d.setMonth(1); console.log(d.toISOString());   // expect: 2024-03-01T23:00:00.000Z
d = new Date(2024, 6, 1); d.setMonth(0); console.log(d.toISOString(), d.getHours());   // expect: 2023-12-31T23:00:00.000Z 0
d = new Date(0); d.setHours(0, 0, 0, 0); console.log(d.getTime(), d.toISOString());   // expect: -3600000 1969-12-31T23:00:00.000Z
d = new Date(2024, 2, 31, 1, 59, 59, 999); d.setTime(d.getTime() + 1); console.log(d.getHours());   // expect: 3
