// JSON.parse with a reviver: order, holders, deletion, arrays, what it changes on the way.
function t(f) { try { return f(); } catch (e) { return e.name + ': ' + e.message; } }
var log = []; JSON.parse('{"a":1,"b":[2,{"c":3}],"1":4}', function (k, v) { log.push(typeof k + ' ' + k + '=' + JSON.stringify(v)); return v; });
console.log(log.join('; '));   // expect: string 1=4; string a=1; string 0=2; string c=3; string 1={"c":3}; string b=[2,{"c":3}]; string ={"1":4,"a":1,"b":[2,{"c":3}]}
console.log(JSON.stringify(JSON.parse('{"a":1,"b":{"c":2,"d":3},"e":[1,2,3]}', function (k, v) { return k === 'c' || k === '1' ? undefined : v; })));   // expect: {"a":1,"b":{"d":3},"e":[1,null,3]}
console.log(JSON.stringify(JSON.parse('[1,[2,3]]', function (k, v) { return typeof v === 'number' ? v * 2 : v; })));   // expect: [2,[4,6]]
console.log(JSON.parse('5', function (k, v) { return k === '' && this[''] === v ? v + 1 : 'no'; }));   // expect: 6
console.log(JSON.parse('"x"', function () { return undefined; }), JSON.parse('[1]', 'no function').length);   // expect: undefined 1
console.log(JSON.stringify(JSON.parse('{"a":1,"b":2}', function (k, v) { if (k === 'a') { delete this.b; this.c = 3; } return v; })));   // expect: {"a":1,"c":3}
console.log(JSON.stringify(JSON.parse('{"a":1,"b":2}', function (k, v) { if (k === 'a') Object.defineProperty(this, 'b', {value: 9, configurable: false, writable: false}); return k === 'b' ? undefined : v; })));   // expect: {"a":1,"b":9}
console.log(JSON.stringify(JSON.parse('[1,2,3]', function (k, v) { if (k === '0') this.length = 1; return v; })));   // expect: [1]
console.log(t(function () { return JSON.parse('[1]', function (k) { if (k === '0') throw new Error('in reviver'); }); }));   // expect: Error: in reviver
console.log(JSON.parse('{"d":"1970-01-02T00:00:00.000Z"}', function (k, v) { return k === 'd' ? new Date(v) : v; }).d.getTime());   // expect: 86400000
