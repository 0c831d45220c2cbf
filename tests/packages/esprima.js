// esprima: parses itself and other packages, tokens, comments, locations, errors.
'use strict';
var fs = require('fs');
var esprima = require('esprima');
var log = console.log;

// the file of a package's main module, or the one that is named
function fileOf(name) {
  var main = require.resolve(name.split('/')[0]);
  return name.indexOf('/') < 0 ? main : main.slice(0, main.lastIndexOf('/') + 1) + name.split('/')[1];
}

function count(node, counts) {
  if (Array.isArray(node)) {
    node.forEach(function (child) { count(child, counts); });
  } else if (node && typeof node === 'object') {
    if (typeof node.type === 'string') counts[node.type] = (counts[node.type] || 0) + 1;
    Object.keys(node).forEach(function (key) { if (key !== 'regex') count(node[key], counts); });
  }
  return counts;
}

log(JSON.stringify(esprima.parseScript('var answer = 6 * 7; // the answer', {comment: true, loc: true, range: true})));
log(JSON.stringify(esprima.parseScript('a => { for (const [x, {y = 1}] of z) yield_(`q${x}w`); class A extends B { get p() { return super.p; } } }')));
log(esprima.tokenize('x = y / 2 /* c */ + /re[/]x/gi.exec("s\\n") ? 0x1F : 1e-3', {range: true}));
log(JSON.stringify(esprima.parseModule('import a, {b as c} from "m"; export default function () {}').body));
log(JSON.stringify(esprima.parseScript('日本 = "\\u{1F600}" + "é"').body[0].expression.left));

['var 1a', 'if (', 'a b', '"abc', 'function f( {', 'x = {get a(b) {}}', 'break', '"use strict"; with (a) b', 'let a; let a', '/(/']
  .forEach(function (source) {
    try {
      esprima.parseScript(source);
      log(source, 'parsed');
    } catch (e) {
      log(source, e.name, e.message, e.index, e.lineNumber, e.column);
    }
  });
log(esprima.parseScript('function f() { "use strict"; var eval = 1; return 012; }', {tolerant: true}).errors.map(String));

['esprima', 'underscore/underscore-umd.js', 'async', 'escodegen'].forEach(function (name) {
  var source = fs.readFileSync(fileOf(name), 'utf8').replace(/^#!.*/, '');
  var counts = count(esprima.parseScript(source, {range: true}), {});
  log(name, Object.keys(counts).sort().map(function (key) { return key + ' ' + counts[key]; }).join(', '));
  log(name, esprima.tokenize(source).length);
});
