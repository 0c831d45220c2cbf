// What cannot be a target, and wrong receivers.
function message(f) { try { f(); } catch (e) { console.log(e.name + ': ' + e.message); } }
message(function () { WeakRef({}); });                       // expect: TypeError: Constructor WeakRef requires 'new'
message(function () { new WeakRef(); });                     // expect: TypeError: WeakRef: invalid target
message(function () { new WeakRef(null); });                 // expect: TypeError: WeakRef: invalid target
message(function () { new WeakRef('text'); });               // expect: TypeError: WeakRef: invalid target
message(function () { new WeakRef(Symbol.for('known')); });  // expect: TypeError: WeakRef: invalid target
message(function () { WeakRef.prototype.deref.call({}); });  // expect: TypeError: Method WeakRef.prototype.deref called on incompatible receiver #<Object>
message(function () { WeakRef.prototype.deref.call(1); });   // expect: TypeError: Method WeakRef.prototype.deref called on incompatible receiver 1
