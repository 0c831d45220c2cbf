// examples/module-leak.js - a module's variables live as long as require.cache has the module.
var leaky = require('./leaky-module');
for (var i = 0; i < 5; i++) leaky.leak();
console.log('after five calls the module keeps', leaky.count(), 'strings');
console.log('required again, it is the same module:', require('./leaky-module').count());
delete require.cache[require.resolve('./leaky-module')];
console.log('taken out of the cache, it begins anew:', require('./leaky-module').count());
