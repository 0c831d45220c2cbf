// toUpperCase and toLowerCase beyond ASCII, and normalize.
console.log('Hello World'.toUpperCase(), 'Hello World'.toLowerCase(), 'ABC'.toLowerCase(), 'already lower'.toLowerCase(), '123'.toUpperCase());  // expect: HELLO WORLD hello world abc already lower 123
console.log('\u00e9\u00c0\u00d7\u00f7'.toUpperCase(), '\u00c9\u00e0\u00d7\u00f7\u00df'.toLowerCase(), 'stra\u00dfe'.toUpperCase(), '\u00ff'.toUpperCase(), '\u00b5'.toUpperCase());  // expect: ÉÀ×÷ éà×÷ß STRASSE Ÿ Μ
console.log('\u0391\u03a3 \u0391\u03a3'.toLowerCase(), '\u03c3\u03c2'.toUpperCase(), '\u0130'.toLowerCase().length, '\ufb01'.toUpperCase(), '\u0416\u0449'.toLowerCase());  // expect: ας ας ΣΣ 2 FI жщ
console.log('\ud801\udc28'.toUpperCase() === '\ud801\udc00', 'a\ud800\u0100b'.toUpperCase() === 'A\ud800\u0100B', 'x\u2603Y'.toLocaleLowerCase(), 'i'.toLocaleUpperCase());  // expect: true true x☃y I
console.log('\u0041\u030a'.normalize() === '\u00c5', '\u00c5'.normalize('NFD').length, '\ufb01'.normalize('NFKC'), '\u1e9b\u0323'.normalize('NFKD').length, 'abc'.normalize('NFC'));  // expect: true 2 fi 3 abc
try { 'a'.normalize('nfc'); } catch (e) { console.log(e.name + ': ' + e.message); }  // expect: RangeError: The normalization form should be one of NFC, NFD, NFKC, NFKD.
