// A global that node has and nodule has not is no property of the global object: tests for it work, walks find nothing that
// throws, and the error of who takes it for granted says so.
function message(f) { try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); } }
console.log(typeof Promise, globalThis.Promise, 'Promise' in globalThis, typeof http, typeof Proxy, typeof fetch);   // expect: undefined undefined false undefined undefined undefined
message(function () { return new Promise(function () {}); });   // expect: ReferenceError: Promise is not defined (node has Promise, nodule v0.2.0 has not yet: callbacks, process.nextTick and queueMicrotask)
message(function () { return Promise.resolve(1); });   // expect: ReferenceError: Promise is not defined (node has Promise, nodule v0.2.0 has not yet: callbacks, process.nextTick and queueMicrotask)
message(function () { return fetch('x'); });   // expect: ReferenceError: fetch is not defined (node has fetch, nodule v0.2.0 has not yet)
message(function () { return http.createServer(); });   // expect: ReferenceError: http is not defined (node has http, nodule v0.2.0 has not yet)
message(function () { return eval('Intl'); });   // expect: ReferenceError: Intl is not defined (node has Intl, nodule v0.2.0 has not yet: toLocaleString and localeCompare)
message(function () { return nosuch; });   // expect: ReferenceError: nosuch is not defined
message(function () { 'use strict'; Proxy = 1; });   // expect: ReferenceError: Proxy is not defined
message(function () { Proxy = 1; return Proxy; });   // expect: 1

var seen = 0;
Object.getOwnPropertyNames(globalThis).forEach(function (name) {
  try { globalThis[name]; seen++; } catch (e) { console.log('reading global.' + name + ' throws', e.message); }
});
console.log(seen > 60, typeof fs, typeof os, typeof util);   // expect: true object object object
