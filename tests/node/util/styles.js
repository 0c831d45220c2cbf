// util.styleText, and the styles and colours of inspect, which a program may change.
var u = require('util');
console.log(Object.getOwnPropertyNames(u.inspect.colors).length, u.inspect.colors.grey, u.inspect.colors.swapcolors);
console.log(JSON.stringify(u.inspect.styles));
console.log(JSON.stringify(u.styleText(['red', 'bold'], 'x')), JSON.stringify(u.styleText('bgGray', 'y', {validateStream: false})));
try { u.styleText('nosuch', 'x'); } catch (e) { console.log(e.code, e.message.slice(0, 60)); }
try { u.styleText('red', 1); } catch (e) { console.log(e.message); }
console.log(JSON.stringify(u.inspect([1, 'a', null, /x/, Symbol('q')], {colors: true, breakLength: Infinity})));
u.inspect.styles.number = 'red';
u.inspect.styles.string = 'nosuch';
delete u.inspect.styles.regexp;
u.inspect.colors.bold = [99, 98];
console.log(JSON.stringify(u.inspect([1, 'a', null, /x/], {colors: true})));
var custom = {[u.inspect.custom]: function (depth, options) { return options.stylize('7', 'number'); }};
console.log(JSON.stringify(u.inspect(custom, {colors: true})), u.inspect(custom));
// expect: 56 [ 90, 39 ] [ 7, 27 ]
// expect: {"special":"cyan","number":"yellow","bigint":"yellow","boolean":"yellow","undefined":"grey","null":"bold","string":"green","symbol":"green","date":"magenta","regexp":"red","module":"underline"}
// expect: "\u001b[31m\u001b[1mx\u001b[22m\u001b[39m" "\u001b[100my\u001b[49m"
// expect: ERR_INVALID_ARG_VALUE The argument 'format' must be one of: 'reset', 'bold', 'dim'
// expect: The "text" argument must be of type string. Received type number (1)
// expect: "[ \u001b[33m1\u001b[39m, \u001b[32m'a'\u001b[39m, \u001b[1mnull\u001b[22m, \u001b[31m/x/\u001b[39m, \u001b[32mSymbol(q)\u001b[39m ]"
// expect: "[ \u001b[31m1\u001b[39m, 'a', \u001b[99mnull\u001b[98m, /x/ ]"
// expect: "\u001b[31m7\u001b[39m" 7
