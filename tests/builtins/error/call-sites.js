// Error.prepareStackTrace is given the frames as CallSite objects.
function sites() {
  var error = {};
  Error.prepareStackTrace = function (e, list) { return list; };
  Error.captureStackTrace(error, sites);
  var list = error.stack;
  Error.prepareStackTrace = undefined;
  return list;
}
function show(site) {
  console.log([site.getTypeName(), site.getFunctionName(), site.getMethodName(), site.getLineNumber(), site.getColumnNumber(),
    site.isToplevel(), site.isConstructor(), site.isEval(), site.isNative()].join(), typeof site.getThis(), typeof site.getFunction());
}
function plain() { return sites()[0]; }
var object = {method: function () { return sites()[0]; }, other: function named() { return sites()[0]; }, get value() { return sites()[0]; }};
function Thing() { this.site = sites()[0]; }
show(plain());   // expect: ,plain,,14,27,true,false,false,false object function
show(object.method());   // expect: Object,method,method,15,44,false,false,false,false object function
show(object.other());   // expect: Object,named,other,15,92,false,false,false,false object function
show(object.value);   // expect: Object,get value,value,15,128,false,false,false,false object function
show(new Thing().site);   // expect: ,Thing,,16,32,false,true,false,false object function
show((function () { 'use strict'; return sites()[0]; }).call({}));   // expect: Object,,,22,42,false,false,false,false undefined undefined
show([1].map(function () { return sites()[1]; })[0]);   // expect: Array,map,map,,,false,false,false,false undefined undefined

var made = eval('(function inner() { return sites(); })()');
console.log(made[0].isEval(), made[0].getFileName(), made[0].getFunctionName());   // expect: true undefined inner
console.log(String(made[0]).replace(/\(\/.*\//, '('));   // expect: inner (eval at <anonymous> (call-sites.js:25:12), <anonymous>:1:28)
console.log(made[0].getEvalOrigin().replace(/\/.*\//, ''));   // expect: eval at <anonymous> (call-sites.js:25:12)
console.log(plain().toString().replace(/\/.*\//, ''), plain().constructor.name);   // expect: plain (call-sites.js:14:27) CallSite
console.log(require('path').basename(plain().getFileName()), Array.isArray(sites()));   // expect: call-sites.js true

Error.prepareStackTrace = function (error, list) { return error.message + ' in ' + list[0].getFunctionName(); };
function thrower() { null.x; }
try { thrower(); } catch (e) { console.log(e.stack); }   // expect: Cannot read properties of null (reading 'x') in thrower
Error.prepareStackTrace = function () { return new Error('inside').stack.split('\n')[0]; };
console.log(new Error('outside').stack);   // expect: Error: inside
Error.prepareStackTrace = 5;
console.log(new Error('five').stack.split('\n')[0]);   // expect: Error: five
try { plain().getThis.call({}); } catch (e) { console.log(e.name); }   // expect: TypeError
