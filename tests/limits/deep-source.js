// Texts nested deeper than the stack allows are errors, not crashes.
var wide = eval;
function outcome(text) { try { wide(text); return 'fine'; } catch (e) { return e.name; } }
function nested(open, middle, close) {
  var n = 100000, result = outcome(open.repeat(n) + middle + close.repeat(n));
  return result === 'fine' || result === 'RangeError' || result === 'SyntaxError' ? 'ok' : result;
}
console.log(nested('(', '1', ')'), nested('[', '', ']'), nested('{', '', '}'), nested('(function(){', '', '})'));   // expect: ok ok ok ok
console.log(nested('1?', '1', ':1'), nested('if(1)', ';', ''), nested('!', '1', ''), nested('x=', '1', ''));        // expect: ok ok ok ok
console.log(nested('1+', '1', ''), nested('1**', '1', ''), nested('()=>', '1', ''), nested('`${', '1', '}`'));      // expect: ok ok ok ok
console.log(nested('try{', '', '}catch(e){}'), nested('new ', 'Object', ''), nested('f(', '1', ')'), nested('({a:', '1', '})'));   // expect: ok ok ok ok
