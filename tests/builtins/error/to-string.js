// Error.prototype.toString of errors and other objects.
var ts = Error.prototype.toString;
console.log(ts.call({}), '|', ts.call({name: 'N'}), '|', ts.call({message: 'M'}), '|', ts.call({name: '', message: 'M'}), '|', ts.call({name: 'N', message: ''}), '|', ts.call({name: undefined, message: undefined}), '|', ts.call({name: null, message: 0}));   // expect: Error | N | Error: M | M | N | Error | null: 0
var e = new Error('m'); e.name = 'Custom'; console.log(String(e));   // expect: Custom: m
e.message = ''; console.log(String(e));   // expect: Custom
e.name = ''; console.log(String(e) === '');   // expect: true
try { ts.call(1); } catch (x) { console.log(x.name, x.message); }   // expect: TypeError Method Error.prototype.toString called on incompatible receiver 1
try { ts.call({get name() { throw 'thrown'; }}); } catch (x) { console.log(x); }   // expect: thrown
console.log(ts.call(function f() {}), ts.call([1, 2]));   // expect: f Error
