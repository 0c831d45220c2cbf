// showHidden lists what prototypes add.
var inspect = require('util').inspect;
function Base() { this.own = 1; }
Base.prototype.shared = {deep: 1};
Object.defineProperty(Base.prototype, 'computed', {get: function () { return 1; }});
function Derived() { Base.call(this); }
Derived.prototype = Object.create(Base.prototype);
Derived.prototype.constructor = Derived;
Derived.prototype.more = 2;
console.log(inspect(new Derived(), {showHidden: true}));
// expect: Derived { own: 1, more: 2, shared: { deep: 1 }, [computed]: [Getter] }
console.log(inspect(new Base(), {showHidden: true}));
// expect: Base { own: 1, shared: { deep: 1 }, [computed]: [Getter] }
console.log(inspect(new Derived()));   // expect: Derived { own: 1 }
