// escodegen: programs printed again from their syntax trees; what was printed parses to the same tree.
'use strict';
var fs = require('fs');
var esprima = require('esprima');
var escodegen = require('escodegen');
var log = console.log;

// the file of a package's main module, or the one that is named
function fileOf(name) {
  var main = require.resolve(name.split('/')[0]);
  return name.indexOf('/') < 0 ? main : main.slice(0, main.lastIndexOf('/') + 1) + name.split('/')[1];
}

// how a literal was written: not what it means
function notRaw(key, value) { return key === 'raw' ? undefined : value; }

function hash(text) {
  var h = 0;
  for (var i = 0; i < text.length; i++) h = (h * 31 + text.charCodeAt(i)) | 0;
  return text.length + ':' + (h >>> 0).toString(16);
}

[
  'var a=1,b=[1,,2],c={x:1,"y z":2,get q(){return 1},set q(v){}};',
  'for(var i=0;i<10;i++)if(i%2)continue;else{log(i);break}',
  'switch(x){case 1:case 2:f();break;default:g()}',
  'try{throw new Error("x\\n\\u2028\'\\"")}catch(e){}finally{done()}',
  'label:while(1){do{break label}while(0)}',
  'a=b?c:d,(e=f)||(g&&h)|i^j&k==l<m<<n+o*-p;',
  'x=function f(a,b){"use strict";return a+b}(1,2).y[0]["z"]`t${1}`;',
  'new (a.b())(c);new a.b(c);(function(){})();(a,b);-(-x);+ +y;a- -b;typeof void 0;',
  'var f=(a,b=2,...c)=>({a,b}),g=async x=>await x;class A extends B{static m(){super.m()}get [k](){}}',
  'if(a)if(b)c;else d;if(a){if(b)c}else d',
  'x=/a\\/[/]b/gi;y=1e21;z=0.00001;w=0xff;v=-0;u=1..toString()'
].forEach(function (source) {
  var tree = esprima.parseScript(source);
  log(escodegen.generate(tree));
  log(escodegen.generate(tree, {format: escodegen.FORMAT_MINIFY}));
});

var commented = esprima.parseScript('// first\nvar a; /* inner */ function f() { /* body */ return 1; // end\n}', {range: true, tokens: true, comment: true});
log(escodegen.generate(escodegen.attachComments(commented, commented.comments, commented.tokens), {comment: true}));
log(escodegen.generate(esprima.parseScript('var s="q\'\\"é";'), {format: {quotes: 'double', escapeless: true, semicolons: false, indent: {style: '\t'}}}));

['esprima', 'underscore/underscore-umd.js', 'async', 'escodegen'].forEach(function (name) {
  var tree = esprima.parseScript(fs.readFileSync(fileOf(name), 'utf8').replace(/^#!.*/, ''));
  var pretty = escodegen.generate(tree);
  var small = escodegen.generate(tree, {format: {compact: true, semicolons: false}});
  log(name, hash(pretty), hash(small),
    JSON.stringify(esprima.parseScript(pretty), notRaw) === JSON.stringify(tree, notRaw),
    JSON.stringify(esprima.parseScript(small), notRaw) === JSON.stringify(tree, notRaw));
});
