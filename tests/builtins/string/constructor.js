// String of all kinds of values, String objects and their properties, wrong receivers.
console.log(String(), String(undefined), String(null), String(true), String(12.5), String('x'), String(Symbol('d')));  // expect:  undefined null true 12.5 x Symbol(d)
console.log(String([1, [2, 3]]), String({}), String(function f() {}), String(-0), String(1e21));  // expect: 1,2,3 [object Object] function f() {} 0 1e+21
console.log(typeof new String('a'), typeof String('a'), new String('abc').length, new String('abc')[1]);  // expect: object string 3 b
var o = new String('xyz');
console.log(Object.keys(o).join(), o.hasOwnProperty('length'), o.hasOwnProperty(2), o.hasOwnProperty(3), '1' in o);  // expect: 0,1,2 true true false true
o[1] = 'changed'; o.extra = 1; o[5] = 'five';
console.log(o[1], o.length, Object.keys(o).join(), String(o), o + '!', delete o[5], o[5]);  // expect: y 3 0,1,2,5,extra xyz xyz! true undefined
console.log(Object.prototype.toString.call(o), String.prototype == '', String.prototype.length, String.length, String.name);  // expect: [object String] true 0 1 String
console.log(o instanceof String, 'xyz' instanceof String, Object('a') instanceof String, o.valueOf() === 'xyz');  // expect: true false true true
try { new String(Symbol('s')); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: TypeError: Cannot convert a Symbol value to a string
try { String.prototype.toString.call(1); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: TypeError: String.prototype.toString requires that 'this' be a String
try { String.prototype.valueOf.call({}); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: TypeError: String.prototype.valueOf requires that 'this' be a String
try { String.prototype.trim.call(null); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: TypeError: String.prototype.trim called on null or undefined
try { String.prototype.slice.call(undefined); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: TypeError: String.prototype.slice called on null or undefined
console.log(String.prototype.slice.call(12345, 1, 3), String.prototype.concat.call(true, 1, null));  // expect: 23 true1null
