// Methods on things that are no dates.
function t(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
t(function () { return Date.prototype.getTime.call({}); });   // expect: TypeError: this is not a Date object.
t(function () { return Date.prototype.getDay.call(1); });   // expect: TypeError: this is not a Date object.
t(function () { return Date.prototype.toString.call({}); });   // expect: TypeError: Method Date.prototype.toString called on incompatible receiver #<Object>
t(function () { return Date.prototype.setTime.call(1, 2); });   // expect: TypeError: Method Date.prototype.setTime called on incompatible receiver 1
t(function () { return Date.prototype.toISOString.call(Date.prototype); });   // expect: TypeError: Method Date.prototype.toISOString called on incompatible receiver [object Object]
t(function () { return Date.prototype.getTime(); });   // expect: TypeError: this is not a Date object.
t(function () { return Object.getOwnPropertyNames(Date.prototype).join(); });   // expect: constructor,toString,toDateString,toTimeString,toISOString,toUTCString,toGMTString,getDate,setDate,getDay,getFullYear,setFullYear,getHours,setHours,getMilliseconds,setMilliseconds,getMinutes,setMinutes,getMonth,setMonth,getSeconds,setSeconds,getTime,setTime,getTimezoneOffset,getUTCDate,setUTCDate,getUTCDay,getUTCFullYear,setUTCFullYear,getUTCHours,setUTCHours,getUTCMilliseconds,setUTCMilliseconds,getUTCMinutes,setUTCMinutes,getUTCMonth,setUTCMonth,getUTCSeconds,setUTCSeconds,valueOf,getYear,setYear,toJSON,toLocaleString,toLocaleDateString,toLocaleTimeString
t(function () { return Object.getOwnPropertyNames(Date).join(); });   // expect: length,name,prototype,now,parse,UTC
t(function () { return Date.prototype.toGMTString === Date.prototype.toUTCString; });   // expect: true
t(function () { return Object.prototype.toString.call(Date.prototype); });   // expect: [object Object]
t(function () { var d = new Date(5); d.extra = 1; return Object.keys(d).join() + d.getTime(); });   // expect: extra5
