// Names of the zone in winter and summer.
// env: TZ=Europe/London
console.log(new Date(Date.UTC(2024, 0, 1)).toTimeString(), '|', new Date(Date.UTC(2024, 6, 1)).toTimeString());   // expect: 00:00:00 GMT+0000 (Greenwich Mean Time) | 01:00:00 GMT+0100 (British Summer Time)
console.log(new Date(2024, 2, 31, 1, 30).toISOString(), new Date(2024, 9, 27, 1, 30).toISOString());   // expect: 2024-03-31T01:30:00.000Z 2024-10-27T00:30:00.000Z
