// JSON modules; the file's name stands in front of an error.
console.log(require('./fixtures/data'));   // expect: { k: [ 1, 2, { z: null } ] }
try { require('./fixtures/bad.json'); } catch (e) { console.log(e.name, e.message.indexOf(__dirname + '/fixtures/bad.json: ') === 0); }
// expect: SyntaxError true
