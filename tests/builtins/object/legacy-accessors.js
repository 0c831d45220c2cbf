// __defineGetter__, __defineSetter__, __lookupGetter__, __lookupSetter__.
var o = {plain: 1};
o.__defineGetter__('g', function () { return 'got'; });
o.__defineSetter__('g', function (v) { this.stored = v; });
o.g = 5;
console.log(o.g, o.stored, Object.keys(o).join(), JSON.stringify(Object.getOwnPropertyDescriptor(o, 'g')));   // expect: got 5 plain,g,stored {"enumerable":true,"configurable":true}
console.log(typeof o.__lookupGetter__('g'), typeof o.__lookupSetter__('g'), o.__lookupGetter__('plain'), o.__lookupGetter__('none'));   // expect: function function undefined undefined
console.log(typeof Object.create(o).__lookupGetter__('g'), o.__defineGetter__('h', function () {}));   // expect: function undefined
try { o.__defineGetter__('x', 1); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError Object.prototype.__defineGetter__: Expecting function
try { o.__defineSetter__('x', {}); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError Object.prototype.__defineSetter__: Expecting function
try { Object.freeze(o).__defineGetter__('y', function () {}); } catch (e) { console.log(e.name, e.message); }   // expect: TypeError Cannot define property y, object is not extensible
