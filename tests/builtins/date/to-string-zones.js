// Local texts of a Date in another zone.
// env: TZ=Asia/Shanghai
var d = new Date(Date.UTC(2013, 9, 7, 5, 46, 27));
console.log(d.toString(), '|', d.toTimeString(), '|', d.toLocaleString(), '|', d.toUTCString(), '|', d.getTimezoneOffset());   // expect: Mon Oct 07 2013 13:46:27 GMT+0800 (China Standard Time) | 13:46:27 GMT+0800 (China Standard Time) | 10/7/2013, 1:46:27 PM | Mon, 07 Oct 2013 05:46:27 GMT | -480
console.log(new Date(2024, 0, 1).toISOString(), new Date('2024-01-01T00:00').toISOString(), new Date('2024-01-01').toISOString(), new Date('Jan 1 2024').toISOString(), Date.parse('Jan 1 2024 UTC'));   // expect: 2023-12-31T16:00:00.000Z 2023-12-31T16:00:00.000Z 2024-01-01T00:00:00.000Z 2023-12-31T16:00:00.000Z 1704067200000
