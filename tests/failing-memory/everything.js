// What uses memory of the system in many ways: run by tests/failing-memory.py, where one request after the other is refused.
const fs = require('fs'), path = require('path'), util = require('util'), v8 = require('v8'), assert = require('assert');
const EventEmitter = require('events');

function show(name, work) {
  let text;
  try {
    text = String(work());
  } catch (error) {
    text = error.name + ': ' + String(error.message).split('\n')[0];
  }
  console.log(name + ' ' + text.slice(0, 70));
}

show('sort', () => [5, 3, 9, 1].sort((a, b) => a - b).map(n => n * n).join('-'));
show('replace', () => 'aXbXc'.replace(/X(.)/g, (all, letter) => letter.toUpperCase()));
show('lookbehind', () => /(?<=(x|y)+)z(?<tail>w)?/u.exec('xyzw').index);
show('JSON', () => JSON.stringify(JSON.parse('{"list":[1,2.5e10,{"deep":null}],"text":"\\u00e9\\ud83d\\ude00"}'), null, 1));
show('inspect', () => util.inspect({map: new Map([[{a: 1}, new Set([1, 'b'])]]), at: new Date(0), re: /x/gi,
  f: function named() {}, list: Array.from({length: 40}, (_, i) => i)}, {depth: 5}));
show('format', () => util.format('%s %d %i %j %o', 'text', 1.5, 7, {a: [1]}, [2]));
show('base64', () => Buffer.from('zürich – 東京').toString('base64') + Buffer.concat([Buffer.alloc(20), Buffer.from('beef', 'hex')]).length);
show('typed sort', () => Float64Array.from([3, NaN, -0, 2]).sort((a, b) => b - a).join());
show('Function', () => new Function('a', 'b', 'return a * b')(6, 7));
show('eval', () => eval('(function () { let sum = 0; for (let i = 0; i < 3000; i++) sum += i; return sum; })()'));
show('machine code', () => { let sum = 0; const add = n => n + 1; for (let i = 0; i < 20000; i++) sum = add(sum); return sum; });
show('thrown', () => undefined.property);
show('numbers', () => (98765.4321).toFixed(3) + (1023).toString(36) + 0.1 + 123456789012345680000 + 1e-7);
show('dates', () => new Date(86400000).toISOString() + new Date(0).toLocaleDateString('en-US', {timeZone: 'UTC'}));
show('cases', () => 'ǆΣς'.toUpperCase() + 'İ'.toLowerCase() + 'é'.normalize('NFD').length);
show('collate', () => ['ä', 'b', 'a', 'é'].sort((a, b) => a.localeCompare(b)).join(''));
show('read', () => fs.readFileSync(__filename, 'utf8').length > 1000 && fs.readdirSync(__dirname).includes('part.js'));
show('write', () => { const name = 'written-' + process.pid; fs.writeFileSync(name, 'x'.repeat(70000)); return fs.statSync(name).size; });
show('module', () => require('./part').answer + path.join('a', '..', 'b', 'c'));
show('no module', () => require('./nothing-of-that-name'));
show('JSON module', () => require('./part.json').name);
show('events', () => { const e = new EventEmitter(); let n = 0; e.on('x', () => n++).once('x', () => n++); e.emit('x'); e.emit('x'); return n; });
show('map', () => { const map = new Map(); for (let i = 0; i < 3000; i++) map.set('key' + i, {i}); return map.size; });
show('dictionary', () => { const o = {}; for (let i = 0; i < 300; i++) o['name' + i] = i; delete o.name7; return Object.keys(o).length; });
show('weak', () => { const map = new WeakMap(), key = {}; map.set(key, 'held'); return map.get(key); });
show('stack', () => { Error.stackTraceLimit = 30; return new Error('with a stack').stack.split('\n').length > 1; });
show('text', () => { let s = ''; for (let i = 0; i < 20000; i++) s += 'piece' + i; return s.length + s.split('9').length; });
show('objects', () => { const list = []; for (let i = 0; i < 30000; i++) list.push({i, text: 'n' + i}); return list.length; });
show('sparse', () => { const a = []; a[1e6] = 1; a[5] = 2; return Object.keys(a).join(); });
show('URI', () => encodeURIComponent('ø∑😀') + decodeURIComponent('%E2%82%AC') + escape('ł'));
show('assert', () => assert.deepStrictEqual({a: [1, {b: 2}]}, {a: [1, {b: 3}]}));
show('heap', () => v8.getHeapStatistics().total_heap_size > 0 && v8.getHeapSpaceStatistics().length > 4);
show('process', () => Object.keys(process.env).length > 0 && process.cwd().length > 0 && process.memoryUsage().rss > 0);
show('array', () => new Array(70000).fill(0).concat([1]).length);
show('property', () => /^\p{Lu}\p{L}+$/u.test('Äpfel') && /[\u{10000}-\u{10ffff}]/u.test('x'));
show('buffer', () => { const list = []; for (let i = 0; i < 50; i++) list.push(Buffer.alloc(5000, i)); return Buffer.concat(list).length; });
console.table([{a: 1, b: 'two'}, {a: 3}]);
console.error('to standard error');
console.group('group');
console.dir({nested: {deep: {deeper: {}}}}, {depth: 0});
console.groupEnd();
process.on('SIGUSR2', () => {});
process.on('exit', code => console.log('exit', code));
process.nextTick(() => console.log('tick'));
setTimeout(() => { console.log('timeout'); setImmediate(() => console.log('immediate')); }, 1);
