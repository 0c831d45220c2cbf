// What require finds: files, extensions, folders, packages, links.
var fixtures = require('./fixtures/all');
console.log(fixtures('./data').k.length, fixtures('./data.json') === fixtures('./data'), fixtures('./dir'), fixtures('./dir/'), fixtures('./sub/s'));
// expect: 3 true dir index dir index dir index,inner,idx
console.log(fixtures('pkg'), fixtures('idx'), fixtures('@sc/p'), fixtures('pkg/other'), fixtures('pkg/lib/main.js'));
// expect: pkg main idx scoped { x: 1 } pkg main
console.log(fixtures('./bom'), fixtures('./hashbang'), fixtures('./returns'));   // expect: bom hashbang { early: 1 }
var info = fixtures('./info');
info.parent = info.parent && require('path').basename(info.parent);
console.log(info);
// expect: {
// expect:   arguments: 5,
// expect:   this: true,
// expect:   filename: '/info.js',
// expect:   dirname: 'fixtures',
// expect:   parent: 'all.js',
// expect:   id: true,
// expect:   loaded: false
// expect: }
console.log(fixtures('./link') === fixtures('./info'), require('./fixtures/info') === fixtures('./info'));
// expect: true true
console.log(require(__dirname + '/fixtures/data').k[0], require('./fixtures/../fixtures/./data').k[1], require('../modules/fixtures/dir'));
// expect: 1 2 dir index
console.log(fixtures('node:path') === require('path'), require('fs') === fixtures('fs'));   // expect: true true
console.log(fixtures.resolve('pkg').slice(__dirname.length), fixtures.resolve('./a').slice(__dirname.length), require.resolve('fs'), require.resolve('node:fs'));
// expect: /fixtures/node_modules/pkg/lib/main.js /fixtures/a.js fs node:fs
console.log(require.resolve('inner', {paths: [__dirname + '/fixtures/sub']}).slice(__dirname.length), require.resolve.paths('fs'));
// expect: /fixtures/sub/node_modules/inner/index.js null
console.log(require.resolve.paths('x').slice(0, module.paths.length).join() === module.paths.join(), require.resolve.paths('./x')[0] === __dirname);
// expect: true true
