// Objects to primitive values: valueOf, toString, Symbol.toPrimitive with its hints, errors.
var log = [];
var o = {valueOf: function () { log.push('v'); return 42; }, toString: function () { log.push('s'); return 'str'; }};
console.log(o + 1, o * 2, '' + o, `${o}`, String(o), [o] + '', o == 42, o < 50, log.join(''));  // expect: 43 84 42 str str str true true vvvsssvv
var only = {valueOf: function () { return {}; }, toString: function () { return 'fallback'; }};
console.log(only + '', +only, only == 'fallback');  // expect: fallback NaN true
try { '' + {valueOf: function () { return {}; }, toString: function () { return []; }}; } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: TypeError: Cannot convert object to primitive value
try { '' + Object.create(null); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: TypeError: Cannot convert object to primitive value
var hints = [];
var exotic = {};
exotic[Symbol.toPrimitive] = function (hint) { hints.push(hint); return hint === 'number' ? 7 : 'text'; };
console.log(exotic + '', +exotic, `${exotic}`, exotic < 8, exotic == 'text', hints.join());  // expect: text 7 text true true default,number,string,number,default
exotic[Symbol.toPrimitive] = function () { return {}; };
try { +exotic; } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: TypeError: Cannot convert object to primitive value
exotic[Symbol.toPrimitive] = 5;
try { +exotic; } catch (e) { console.log(e.name); }  // expect: TypeError
try { Symbol() + ''; } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: TypeError: Cannot convert a Symbol value to a string
try { +Symbol(); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: TypeError: Cannot convert a Symbol value to a number
try { Object.keys(null); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: TypeError: Cannot convert undefined or null to object
