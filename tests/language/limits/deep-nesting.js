// Source nested very deep: it works, or says so; nothing crashes.
function attempt(name, source) { try { (0, eval)(source); console.log(name, 'ok'); } catch (e) { console.log(name, e instanceof RangeError || e instanceof SyntaxError); } }
function nest(n, open, close, middle) { return open.repeat(n) + middle + close.repeat(n); }
attempt('parentheses 500', nest(500, '(', ')', '1'));   // expect: parentheses 500 ok
attempt('arrays 500', nest(500, '[', ']', '1'));   // expect: arrays 500 ok
attempt('blocks 500', nest(500, '{', '}', '1'));   // expect: blocks 500 ok
attempt('additions 2000', '1' + '+1'.repeat(2000));   // expect: additions 2000 ok
attempt('calls 500', nest(500, 'String(', ')', '1'));   // expect: calls 500 ok
attempt('functions 200', nest(200, '(function () { return ', '})', '1'));   // expect: functions 200 ok
attempt('conditions 1000', '0?1:'.repeat(1000) + '2');   // expect: conditions 1000 ok
attempt('members 2000', 'var deep = {}; deep.a = deep; deep' + '.a'.repeat(2000));   // expect: members 2000 ok
attempt('else if 1000', 'if (0) 1; else '.repeat(1000) + '2');   // expect: else if 1000 ok
attempt('strings', '"' + 'x'.repeat(100000) + '".length');   // expect: strings ok
attempt('many statements', 'var q = 0; ' + 'q++; '.repeat(5000));   // expect: many statements ok
attempt('many variables', (function () { var s = 'var '; for (var i = 0; i < 3000; i++) s += 'v' + i + ' = ' + i + ', '; return s + 'last = 1'; })());   // expect: many variables ok
attempt('long array', '[' + '1,'.repeat(20000) + ']');   // expect: long array ok
attempt('switch', 'switch (5) {' + (function () { var s = ''; for (var i = 0; i < 1000; i++) s += 'case ' + i + ': '; return s; })() + '}');   // expect: switch ok
// stress-every: 997
