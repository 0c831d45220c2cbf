// \p{...}: names are exact, and long or short.
function members(name) { var r = new RegExp('\\p{' + name + '}', 'u'), n = 0; for (var c = 0; c < 0x500; c++) if (r.test(String.fromCodePoint(c))) n++; return n; }
console.log(members('Script=Greek'), members('sc=Grek'), /\p{Script_Extensions=Greek}/u.test('\u0342'), /\p{scx=Grek}/u.test('b'));   // expect: 117 117 true false
console.log(members('Lu'), members('Uppercase_Letter'), members('gc=Lu'), members('ASCII'), members('Any'));   // expect: 406 406 406 128 1280
console.log(members('Bidi_M'), members('Emoji'), members('White_Space'), members('AHex'));   // expect: 10 14 8 22
console.log(/\p{Emoji}/u.test('😀'), /\p{RI}{2}/u.test('🇦🇧'), /\p{Script=Adlam}/u.test('𞤀'), /\P{Script=Adlam}/u.test('𞤀'));   // expect: true true true false
console.log(/\p{Extended_Pictographic}/u.test('❤'), /\p{IDS_Binary_Operator}/u.test('⿰'), /\p{sc=Qaai}/u.test('\u0301'));   // expect: true true true
function refused(name) { try { new RegExp('\\p{' + name + '}', 'u'); return false; } catch (e) { return e.message.endsWith('Invalid property name'); } }
console.log(['emoji', 'Script=greek', 'Greek', 'Script', 'sc=', 'lu', 'L&', 'Script=Gre_ek', 'sc:Greek'].every(refused));   // expect: true
// stress-every: 23
