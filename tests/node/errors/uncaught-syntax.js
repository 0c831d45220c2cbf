console.log('runs first');
require('../modules/fixtures/syntax.js');
