// The module object, require and the wrapper's parameters.
console.log(module.id, module.filename === __filename, module.path === __dirname, module.loaded, module.parent, module.children, module.exports === exports, this === exports);
// expect: . true true false null [] true true
console.log(arguments.length, arguments[0] === exports, arguments[1] === require, arguments[2] === module, arguments[3] === __filename, arguments[4] === __dirname);
// expect: 5 true true true true true
console.log(module.paths[0] === __dirname + '/node_modules', module.paths[module.paths.length - 1]);
// expect: true /node_modules
console.log(require.length, require.name, Object.keys(require).join(), Object.keys(require.extensions).join(), typeof require.resolve.paths);
// expect: 1 require resolve,main,extensions,cache .js,.json,.node function
console.log(Object.keys(module).slice(0, 7).join(), module.constructor === require('module'), module.require('./fixtures/data') === require('./fixtures/data'));
// expect: id,path,exports,filename,loaded,children,paths true true
var Module = require('module');
console.log(Module.builtinModules.indexOf('fs') >= 0, Module._cache === require.cache, Module.Module === Module, new Module('x').id);
// expect: true true true x
