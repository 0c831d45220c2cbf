// A capital sigma at the end of a word becomes a final one; what is case-ignorable is passed over.
function show(s) { console.log(escape(s.toLowerCase())); }
show('\u0391\u03a3');   // expect: %u03B1%u03C2
show('\u0391\u03a3\u0391');   // expect: %u03B1%u03C3%u03B1
show('\u03a3');   // expect: %u03C3
show('A\u03a3.\u03a3 \u03a3\ud835\udc00');   // expect: a%u03C3.%u03C2%20%u03C3%uD835%uDC00
show('\u0345\u03a3');   // expect: %u0345%u03C3
show('a\u0345\u03a3');   // expect: a%u0345%u03C2
show('a\u03a3\u0345b');   // expect: a%u03C3%u0345b
show('\u0130\u03a3');   // expect: i%u0307%u03C2
show('a\ud800\u03a3');   // expect: a%uD800%u03C3
show('\u03a3\u03c3\u03c2\u03a3');   // expect: %u03C3%u03C3%u03C2%u03C2
