// AggregateError.
var e = new AggregateError([1, new Error('two')], 'message');
console.log(e.name, e.message, e.errors.length, e.errors[0], e.errors[1].message, e instanceof AggregateError, e instanceof Error, AggregateError.length);   // expect: AggregateError message 2 1 two true true 2
console.log(JSON.stringify(Object.getOwnPropertyDescriptor(e, 'errors').enumerable), Object.getOwnPropertyNames(e).join(), AggregateError('ab').errors.join(), Object.getPrototypeOf(AggregateError) === Error);   // expect: false stack,message,errors a,b true
try { new AggregateError(); } catch (x) { console.log(x.name, x.message); }   // expect: TypeError undefined is not iterable (cannot read property Symbol(Symbol.iterator))
try { new AggregateError(5); } catch (x) { console.log(x.name, x.message); }   // expect: TypeError number 5 is not iterable (cannot read property Symbol(Symbol.iterator))
var array = [1]; console.log(new AggregateError(array).errors !== array, 'message' in new AggregateError([]), new AggregateError([]).hasOwnProperty('message'));   // expect: true true false
