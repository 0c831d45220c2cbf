// Module.builtinModules: each can be required, with and without node:; modules for other modules and those of nodule itself
// are not there.
const names = require('module').builtinModules;
console.log(names.every(function (name) { return require(name) === require('node:' + name); }));   // expect: true
console.log(['assert', 'fs', 'path/posix', 'sys', 'timers'].every(function (name) { return names.indexOf(name) >= 0; }));   // expect: true
console.log(['heap', 'comparisons', 'text_codec'].some(function (name) { return names.indexOf(name) >= 0; }));   // expect: false
console.log(require('assert/strict') === require('assert').strict, require('path/posix') === require('path').posix);   // expect: true true
console.log(require('sys') === require('util'), require('util/types') === require('util').types);   // expect: true true
console.log(typeof require('nodule:heap').retainers);   // expect: function
for (const name of ['text_codec', 'node:text_codec', 'node:heap', 'nodule:fs']) {
  try {
    require(name);
  } catch (e) {
    console.log(e.code);
  }
}
// expect: MODULE_NOT_FOUND
// expect: ERR_UNKNOWN_BUILTIN_MODULE
// expect: ERR_UNKNOWN_BUILTIN_MODULE
// expect: ERR_UNKNOWN_BUILTIN_MODULE
