// -e: the module's variables, this, global variables and arguments.
// flags: -e "var x = 1; console.log(__filename, __dirname, module.id, typeof require, this === global, global.x, process.argv.slice(1))"
// args: a b
// expect: [eval] . [eval] function true 1 [ 'eval.js', 'a', 'b' ]
