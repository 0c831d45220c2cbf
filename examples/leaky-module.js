// examples/leaky-module.js - what examples/module-leak.js requires.
var list = [];
exports.leak = function () { list.push('leak' + Math.random()); };
exports.count = function () { return list.length; };
