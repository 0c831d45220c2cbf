// Some modules are globals of scripts, loaded when first used, and can be replaced.
console.log(typeof os.cpus, typeof fs.readFileSync, typeof util.inspect, typeof path.join, typeof events);
// expect: function function function function function
console.log(path === require('path'), Object.keys(global).indexOf('os'));   // expect: true -1
path = 5;
console.log(path, typeof require('path').join, delete global.os, typeof os);   // expect: 5 function true undefined
(function () { var fs = 1; console.log(fs); })();   // expect: 1
