// util.parseArgs
var u = require('util');
function pa(c) { try { console.log(JSON.stringify(u.parseArgs(c))); } catch (e) { console.log(e.code, e.message); } }
pa({args: ['-f', '--bar', 'b'], options: {foo: {type: 'boolean', short: 'f'}, bar: {type: 'string'}}});
pa({args: ['-fv', '-n5', '-n', '6', '--', '--x', 'y'], options: {f: {type: 'boolean'}, v: {type: 'boolean'}, num: {type: 'string', short: 'n', multiple: true}}, allowPositionals: true, tokens: true});
pa({args: ['--a=b=c', '-x', 'q', '--no-z', '-'], strict: false, tokens: true});
pa({args: [], options: {d: {type: 'string', default: 'dd'}, m: {type: 'string', multiple: true, default: ['1']}, n: {type: 'boolean'}}});
pa({args: ['-x'], allowPositionals: true});
pa({args: ['-f'], options: {foo: {type: 'string', short: 'f'}}});
pa({args: ['-f', '-b'], options: {foo: {type: 'string', short: 'f'}}});
pa({args: ['--__proto__'], strict: false});
pa({args: ['--foo='], options: {foo: {type: 'string'}}});
pa({args: ['--foo', ''], options: {foo: {type: 'string'}}});
pa({args: ['-abc'], strict: false});
pa({args: ['x']});
pa({options: {foo: {type: 'x'}}});
pa({args: ['--foo=1'], options: {foo: {type: 'boolean'}}});
pa({args: ['--foo', '-x'], options: {foo: {type: 'string'}}});
pa({args: 1});
console.log(u.parseArgs({args: ['-v'], options: {v: {type: 'boolean'}}}));
// expect: {"values":{"foo":true,"bar":"b"},"positionals":[]}
// expect: {"values":{"f":true,"v":true,"num":["5","6"]},"positionals":["--x","y"],"tokens":[{"kind":"option","name":"f","rawName":"-f","index":0},{"kind":"option","name":"v","rawName":"-v","index":0},{"kind":"option","name":"num","rawName":"-n","index":1,"value":"5","inlineValue":true},{"kind":"option","name":"num","rawName":"-n","index":2,"value":"6","inlineValue":false},{"kind":"option-terminator","index":4},{"kind":"positional","index":5,"value":"--x"},{"kind":"positional","index":6,"value":"y"}]}
// expect: {"values":{"a":"b=c","x":true,"no-z":true},"positionals":["q","-"],"tokens":[{"kind":"option","name":"a","rawName":"--a","index":0,"value":"b=c","inlineValue":true},{"kind":"option","name":"x","rawName":"-x","index":1},{"kind":"positional","index":2,"value":"q"},{"kind":"option","name":"no-z","rawName":"--no-z","index":3},{"kind":"positional","index":4,"value":"-"}]}
// expect: {"values":{"d":"dd","m":["1"]},"positionals":[]}
// expect: ERR_PARSE_ARGS_UNKNOWN_OPTION Unknown option '-x'. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- "-x"
// expect: ERR_PARSE_ARGS_INVALID_OPTION_VALUE Option '-f, --foo <value>' argument missing
// expect: ERR_PARSE_ARGS_INVALID_OPTION_VALUE Option '-f' argument is ambiguous.
// expect: Did you forget to specify the option argument for '-f'?
// expect: To specify an option argument starting with a dash use '--foo=-XYZ' or '-f-XYZ'.
// expect: {"values":{},"positionals":[]}
// expect: {"values":{"foo":""},"positionals":[]}
// expect: {"values":{"foo":""},"positionals":[]}
// expect: {"values":{"a":true,"b":true,"c":true},"positionals":[]}
// expect: ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL Unexpected argument 'x'. This command does not take positional arguments
// expect: ERR_INVALID_ARG_TYPE The "options.foo.type" property must be ('string|boolean'). Received type string ('x')
// expect: ERR_PARSE_ARGS_INVALID_OPTION_VALUE Option '--foo' does not take an argument
// expect: ERR_PARSE_ARGS_INVALID_OPTION_VALUE Option '--foo' argument is ambiguous.
// expect: Did you forget to specify the option argument for '--foo'?
// expect: To specify an option argument starting with a dash use '--foo=-XYZ'.
// expect: ERR_INVALID_ARG_TYPE The "args" argument must be an instance of Array. Received type number (1)
// expect: { values: [Object: null prototype] { v: true }, positionals: [] }
