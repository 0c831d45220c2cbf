// The field "imports" of package.json decides what '#name' means in the package: files of it, or other packages.
require('./fixtures/imports/main.js');
