// An uncaught syntax error in a required module is shown with that module's line.
console.log('runs first');
require('../modules/fixtures/syntax.js');
