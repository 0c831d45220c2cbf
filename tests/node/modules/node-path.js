// Folders in NODE_PATH are looked in last.
// env: NODE_PATH=fixtures/path
console.log(require('onpath'));   // expect: on NODE_PATH
