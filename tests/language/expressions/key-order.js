// In `object[key] op= value` the object is looked at before the key becomes a property key, and that happens once
// (ECMA-262 sections 6.2.5.5 and 13.15.2; V8 does it twice).
var key = {toString: function () { seen.push('key'); return 'k'; }}, seen = [], object = {k: 1};
function run(fn) { seen = []; try { console.log(fn(), seen.join()); } catch (e) { console.log(e.name + ': ' + e.message, seen.join()); } }
function right() { seen.push('right'); return 1; }
run(function () { null[key] += right(); });   // expect: TypeError: Cannot read properties of null 
run(function () { undefined[key]++; });   // expect: TypeError: Cannot read properties of undefined 
run(function () { null[key] ||= right(); });   // expect: TypeError: Cannot read properties of null 
run(function () { return null[key]; });   // expect: TypeError: Cannot read properties of null 
run(function () { null[key] = right(); });   // expect: TypeError: Cannot set properties of null right
run(function () { return object[key] += right(); });   // expect: 2 key,right
run(function () { return object[key]++; });   // expect: 2 key
run(function () { return ++object[key]; });   // expect: 4 key
run(function () { return object[key] &&= right(); });   // expect: 1 key,right
run(function () { return undefined[{}]; });   // expect: TypeError: Cannot read properties of undefined (reading '#<Object>') 
run(function () { return undefined[[1]]; });   // expect: TypeError: Cannot read properties of undefined 
run(function () { undefined[{}] = 1; });   // expect: TypeError: Cannot set properties of undefined (setting '#<Object>') 
run(function () { undefined[[1]] = 1; });   // expect: TypeError: Cannot set properties of undefined 
run(function () { return null[Symbol('s')]; });   // expect: TypeError: Cannot read properties of null (reading 'Symbol(s)') 
