#!/usr/bin/env node
// Comments everywhere; the first line is a hash-bang.
/* block */ console.log(/* inside */ 1 /* after */); // expect: 1
/* multi
   line */ var a = 1 /* a */ + /* b */ 2; // trailing
console.log(a); // expect: 3
/**/ var b = 5; /***/ /* // not nested */ console.log(b); // expect: 5
var c = 4 // no semicolon
/* newline in
comment counts */ console.log(c) // expect: 4
<!-- an HTML-like comment
console.log('html'); // expect: html
--> also a comment
var url = 'http://x/*y*/'; console.log(url); // expect: http://x/*y*/
