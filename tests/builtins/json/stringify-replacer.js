// JSON.stringify: replacer functions, lists of keys, toJSON.
// stress-every: 200
function t(f) { try { return f(); } catch (e) { return e.name + ': ' + e.message; } }
var log = []; JSON.stringify({a: 1, b: [2]}, function (k, v) { log.push(typeof k + ' ' + k + ' ' + JSON.stringify(this) + ' ' + JSON.stringify(v)); return v; }); console.log(log.join('; '));   // expect: string  {"":{"a":1,"b":[2]}} {"a":1,"b":[2]}; string a {"a":1,"b":[2]} 1; string b {"a":1,"b":[2]} [2]; string 0 [2] 2
console.log(JSON.stringify({a: 1, b: 'x', c: [1, 'y']}, function (k, v) { return typeof v === 'string' ? undefined : v; }));   // expect: {"a":1,"c":[1,null]}
console.log(JSON.stringify({x: 1}, function (k, v) { return k === '' ? {y: 2} : v; }));   // expect: {"y":2}
console.log(JSON.stringify({a: 1, b: 2, 1: 3, c: {a: 4, d: 5}}, ['a', 'c', 'a']), JSON.stringify({a: 1, 1: 2, b: 3}, [1, new String('b'), new Number(1), {}, null, true]));   // expect: {"a":1,"c":{"a":4}} {"1":2,"b":3}
console.log(JSON.stringify([{a: 1, b: 2}], []), JSON.stringify({a: 1, b: 2}, ['b', 'a']), JSON.stringify({a: 1}, {a: 2}), JSON.stringify({a: 1}, 'a'));   // expect: [{}] {"b":2,"a":1} {"a":1} {"a":1}
console.log(JSON.stringify({toJSON: function (k) { return 'key <' + k + '>'; }}), JSON.stringify({p: {toJSON: function (k) { return k; }}}), JSON.stringify([{toJSON: function (k) { return typeof k + k; }}]));   // expect: "key <>" {"p":"p"} ["string0"]
console.log(JSON.stringify({toJSON: 1, a: 2}), JSON.stringify({toJSON: function () { return undefined; }}), JSON.stringify({a: {toJSON: function () {}}}));   // expect: {"toJSON":1,"a":2} undefined {}
Number.prototype.toJSON = function () { return 'never'; }; console.log(JSON.stringify(5), JSON.stringify(new Number(5))); delete Number.prototype.toJSON;   // expect: 5 "never"
console.log(JSON.stringify({d: new Date(0)}, function (k, v) { return k === 'd' ? typeof v + (this.d instanceof Date) : v; }));   // expect: {"d":"stringtrue"}
console.log(t(function () { JSON.stringify({a: 1}, function () { throw new Error('replacer'); }); }), t(function () { JSON.stringify({get a() { throw new Error('getter'); }}); }), t(function () { JSON.stringify([{toJSON: function () { throw new Error('toJSON'); }}]); }));   // expect: Error: replacer Error: getter Error: toJSON
console.log(JSON.stringify({a: 1}, function (k, v) { return k === "a" ? {valueOf: 1} : v; }));   // expect: {"a":{"valueOf":1}}
console.log(t(function () { return JSON.stringify({a: {b: 1}}, function (k, v) { return {a: v}; }); }));   // expect: RangeError: Maximum call stack size exceeded
