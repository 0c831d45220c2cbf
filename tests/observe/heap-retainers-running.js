// Variables of functions that run count, after what lasts; the call's own arguments do not.
var heap = require('nodule:heap');
function path(value) { return heap.retainers(value).text; }
function work(parameter) {
  var variable = {};
  console.log(heap.retainers(variable).text);    // expect: running function work → variable variable
  console.log(heap.retainers(parameter).text);   // expect: running function work → parameter parameter
}
work({});
var ofModule = {};
console.log(heap.retainers(ofModule).text);      // expect: running module heap-retainers-running.js → variable ofModule
console.log(heap.retainers({}).text);            // expect: held only by this call
var only = heap.retainers([]);
console.log(only.passing, only.steps.length);    // expect: true 0
ofModule = {};
global.lasting = {too: ofModule};
console.log(path(ofModule));                     // expect: global → lasting → too
new (function Maker() { console.log(heap.retainers(this).text); });   // expect: running function Maker → this
