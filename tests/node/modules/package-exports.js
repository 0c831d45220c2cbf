// The field "exports" of package.json decides what of a package can be required: conditions, patterns, lists, its own name.
require('./fixtures/exports/main.js');
