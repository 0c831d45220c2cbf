// package.json is read once: what a package says later does not count.
var fs = require('fs'), path = require('path');
var folder = fs.mkdtempSync(path.join(require('os').tmpdir(), 'package-')), root = path.join(folder, 'node_modules', 'a');
fs.mkdirSync(root, {recursive: true});
fs.writeFileSync(path.join(root, 'one.js'), 'module.exports = 1;');
fs.writeFileSync(path.join(root, 'two.js'), 'module.exports = 2;');
function say(text) { fs.writeFileSync(path.join(root, 'package.json'), JSON.stringify({exports: text})); }
function ask(name) { try { return require(require.resolve(name, {paths: [folder]})); } catch (e) { return e.code; } }
say({'./one': './one.js'});
console.log(ask('a/one'), ask('a/two'));   // expect: 1 ERR_PACKAGE_PATH_NOT_EXPORTED
say({'./two': './two.js'});
console.log(ask('a/one'), ask('a/two'));   // expect: 1 ERR_PACKAGE_PATH_NOT_EXPORTED
fs.rmSync(folder, {recursive: true});
