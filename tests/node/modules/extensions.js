// require.extensions can be added to.
require.extensions['.txt'] = function (module, filename) { module.exports = 'TXT ' + filename.slice(__dirname.length); };
require('fs').writeFileSync(__dirname + '/fixtures/made.txt', 'hello');
console.log(require('./fixtures/made'), require('./fixtures/made.txt'));
// expect: TXT /fixtures/made.txt TXT /fixtures/made.txt
require('fs').unlinkSync(__dirname + '/fixtures/made.txt');
var m = new (require('module'))('made-up');
m._compile('exports.x = __filename + require("path").sep', '/made/up.js');
console.log(m.exports);   // expect: { x: '/made/up.js/' }
