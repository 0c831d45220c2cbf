// Date.UTC: parts left out, overflow of fields, years of two digits, the limits.
console.log(Date.UTC(2013, 9, 7, 5, 46, 27, 123), Date.UTC(2020), Date.UTC(99.9, 0), Date.UTC(), Date.UTC(Infinity), Date.UTC(2020, 1, 30));   // expect: 1381124787123 1577836800000 915148800000 NaN NaN 1583020800000
console.log(Date.UTC(1970, 0, 1e8), Date.UTC(1970, 0, 1e8 + 2), Date.UTC(275760, 8, 13, 0, 0, 0, 1), Date.UTC(1970, -1), Date.UTC(1e7, -12e7));   // expect: 8639999913600000 NaN NaN -2678400000 NaN
console.log(Date.UTC(-1, 0), Date.UTC(0, 0), Date.UTC(2000, 1, 29), Date.UTC(1900, 1, 29), Object.is(Date.UTC(1970, 0, 1, 0, 0, 0, -0.5), 0));   // expect: -62198755200000 -2208988800000 951782400000 -2203891200000 true
