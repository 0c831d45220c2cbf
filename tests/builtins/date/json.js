// toJSON and toISOString.
console.log(JSON.stringify([new Date(0), new Date(NaN), {d: new Date(1e12)}]), new Date(0).toJSON(), new Date(NaN).toJSON());   // expect: ["1970-01-01T00:00:00.000Z",null,{"d":"2001-09-09T01:46:40.000Z"}] 1970-01-01T00:00:00.000Z null
console.log(Date.prototype.toJSON.call({toISOString: function () { return 'mine'; }}), Date.prototype.toJSON.call({valueOf: function () { return NaN; }}), Date.prototype.toJSON.length);   // expect: mine null 1
try { Date.prototype.toJSON.call({}); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError toISOString is not a function
try { Date.prototype.toJSON.call(null); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError Cannot convert undefined or null to object
try { new Date(NaN).toISOString(); } catch (e) { console.log(e.name, e.message); }   // expect: RangeError Invalid time value
var d = new Date(0); d.toISOString = function () { return 'overridden'; }; console.log(JSON.stringify(d));   // expect: "overridden"
console.log(new Date(JSON.parse(JSON.stringify(new Date(1234567890123)))).getTime());   // expect: 1234567890123
