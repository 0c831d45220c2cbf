// localeCompare: case, accents, digits, punctuation, other scripts.
console.log('a'.localeCompare('b'), 'b'.localeCompare('a'), 'a'.localeCompare('a'), 'a'.localeCompare('A'), 'A'.localeCompare('a'), 'A'.localeCompare('b'), 'a'.localeCompare('B'));  // expect: -1 1 0 -1 1 -1 -1
console.log('r\u00e9sum\u00e9'.localeCompare('resume'), 'resume'.localeCompare('r\u00e9sum\u00e9'), '\u00e9'.localeCompare('f'), 'e\u0301'.localeCompare('\u00e9'), 'Z'.localeCompare('\u00e9'));  // expect: 1 -1 -1 0 1
console.log(['b', 'a', 'C', 'A', 'c', 'B', '1', '10', '2', '_x', '-y', 'x y', 'xy', ' lead', '\u00e4', '\u00e9', 'z', '\u00df', '$'].sort(function (a, b) { return a.localeCompare(b); }).join('|'));  // expect:  lead|_x|-y|$|1|10|2|a|A|ä|b|B|c|C|é|ß|x y|xy|z
console.log('a'.localeCompare(), 'abc'.localeCompare('abcd'), ''.localeCompare('a'), 'co-op'.localeCompare('coop'), '\u0431'.localeCompare('\u0430'), 'z'.localeCompare('\u0430'));  // expect: -1 -1 -1 -1 1 -1
