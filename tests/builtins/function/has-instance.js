// Function.prototype[Symbol.hasInstance] and instanceof.
function F() {} function G() {} G.prototype = Object.create(F.prototype);
var hi = Function.prototype[Symbol.hasInstance], g = new G();
console.log(hi.call(F, g), hi.call(G, g), hi.call(F, {}), hi.call(F, 1), hi.call({}, g), hi.call(F.bind(), g));   // expect: true true false false false true
console.log(hi.name, hi.length, JSON.stringify(Object.getOwnPropertyDescriptor(Function.prototype, Symbol.hasInstance)));   // expect: [Symbol.hasInstance] 1 {"writable":false,"enumerable":false,"configurable":false}
var even = {[Symbol.hasInstance]: function (n) { return n % 2 === 0; }}; console.log(2 instanceof even, 3 instanceof even, g instanceof F.bind());   // expect: true false true
try { g instanceof {}; } catch (e) { console.log(e.message); }   // expect: Right-hand side of 'instanceof' is not callable
try { g instanceof 5; } catch (e) { console.log(e.message); }   // expect: Right-hand side of 'instanceof' is not an object
try { G.prototype = 3; g instanceof G; } catch (e) { console.log(e.message); }   // expect: Function has non-object prototype '3' in instanceof check
try { ({}) instanceof (() => 1); } catch (e) { console.log(e.message); }   // expect: Function has non-object prototype 'undefined' in instanceof check
