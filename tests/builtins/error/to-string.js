// Error.prototype.toString of errors and other objects.
var ts = Error.prototype.toString;
console.log(ts.call({}), '|', ts.call({name: 'N'}), '|', ts.call({message: 'M'}), '|', ts.call({name: '', message: 'M'}), '|', ts.call({name: 'N', message: ''}), '|', ts.call({name: undefined, message: undefined}), '|', ts.call({name: null, message: 0}));
var e = new Error('m'); e.name = 'Custom'; console.log(String(e)); e.message = ''; console.log(String(e)); e.name = ''; console.log(String(e) === '');
try { ts.call(1); } catch (x) { console.log(x.name, x.message); }
try { ts.call({get name() { throw 'thrown'; }}); } catch (x) { console.log(x); }
console.log(ts.call(function f() {}), ts.call([1, 2]));
// expect: Error | N | Error: M | M | N | Error | null: 0
// expect: Custom: m
// expect: Custom
// expect: true
// expect: TypeError Method Error.prototype.toString called on incompatible receiver 1
// expect: thrown
// expect: f Error
