// Node's words for what is wrong.
function message(f) { try { f(); } catch (e) { console.log(e.name + ': ' + e.message); } }
var registry = new FinalizationRegistry(function () {}), o = {};
message(function () { FinalizationRegistry(function () {}); });       // expect: TypeError: Constructor FinalizationRegistry requires 'new'
message(function () { new FinalizationRegistry(); });                 // expect: TypeError: FinalizationRegistry: cleanup must be callable
message(function () { new FinalizationRegistry({}); });               // expect: TypeError: FinalizationRegistry: cleanup must be callable
message(function () { registry.register(); });                        // expect: TypeError: FinalizationRegistry.prototype.register: invalid target
message(function () { registry.register('text'); });                  // expect: TypeError: FinalizationRegistry.prototype.register: invalid target
message(function () { registry.register(Symbol.for('known')); });     // expect: TypeError: FinalizationRegistry.prototype.register: invalid target
message(function () { registry.register(o, o); });                    // expect: TypeError: FinalizationRegistry.prototype.register: target and holdings must not be same
message(function () { registry.register(o, 1, 1); });                 // expect: TypeError: Invalid unregisterToken ('1')
message(function () { registry.register(o, 1, 'token'); });           // expect: TypeError: Invalid unregisterToken ('token')
message(function () { registry.register(o, 1, null); });              // expect: TypeError: Invalid unregisterToken ('null')
message(function () { registry.register(o, 1, Symbol.for('q')); });   // expect: TypeError: Invalid unregisterToken ('Symbol(q)')
message(function () { registry.unregister(); });                      // expect: TypeError: Invalid unregisterToken ('undefined')
message(function () { registry.unregister('x'); });                   // expect: TypeError: Invalid unregisterToken ('x')
message(function () { registry.register.call({}); });                 // expect: TypeError: Method FinalizationRegistry.prototype.register called on incompatible receiver #<Object>
message(function () { registry.unregister.call(1); });                // expect: TypeError: Method FinalizationRegistry.prototype.unregister called on incompatible receiver 1
