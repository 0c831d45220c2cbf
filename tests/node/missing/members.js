// Functions that node has and nodule has not are there, and say so when they are called; looking at them is safe.
var fs = require('fs'), util = require('util');
function message(f) { try { console.log(f()); } catch (e) { console.log(e.code + ': ' + e.message); } }
message(function () { return fs.readFile('x', function () {}); });   // expect: ERR_FEATURE_UNAVAILABLE_ON_PLATFORM: node has fs.readFile, nodule v0.2.0 has not yet: fs.readFileSync
message(function () { return fs.createReadStream('x'); });   // expect: ERR_FEATURE_UNAVAILABLE_ON_PLATFORM: node has fs.createReadStream, nodule v0.2.0 has not yet: fs.openSync and fs.readSync read a file in pieces
message(function () { return fs.fsyncSync(1); });   // expect: ERR_FEATURE_UNAVAILABLE_ON_PLATFORM: node has fs.fsyncSync, nodule v0.2.0 has not yet
message(function () { return util.promisify(fs.readFile); });   // expect: ERR_FEATURE_UNAVAILABLE_ON_PLATFORM: node has util.promisify, nodule v0.2.0 has not yet: callbacks
message(function () { return require('v8').serialize({}); });   // expect: ERR_FEATURE_UNAVAILABLE_ON_PLATFORM: node has v8.serialize, nodule v0.2.0 has not yet: JSON.stringify
message(function () { return process.stdin.on('data', function () {}); });   // expect: ERR_FEATURE_UNAVAILABLE_ON_PLATFORM: node has process.stdin.on, nodule v0.2.0 has not yet: fs.readFileSync(0, 'utf8') reads it
console.log(process.stdin.fd, process.stdin.isTTY, process.stdin.pause().unref() === process.stdin);   // expect: 0 undefined true
console.log(typeof fs.readFile, 'readFile' in fs, fs.readFile.name, Object.keys(fs).indexOf('readFile') > 0);   // expect: function true readFile true

// what programs test for before they use it
if (fs.promises || fs.ReadStream || process.report || fs.Dir) console.log('never');
[fs, util, process, process.stdin, require('v8'), require('perf_hooks'), require('events')].forEach(function (object) {
  for (var key in object) object[key];
  Object.getOwnPropertyNames(object).forEach(function (name) { object[name]; });
  if (util.inspect(object).length < 20) console.log('short');
});
console.log(/readFile: \[Function: readFile\]/.test(util.inspect(fs)));   // expect: true
