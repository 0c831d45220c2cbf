// env: NODE_PATH=fixtures/path
// Folders in NODE_PATH are looked in last.
console.log(require('onpath'));   // expect: on NODE_PATH
