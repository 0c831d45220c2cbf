// require of a module that is not there, uncaught.
require('./not-there');
