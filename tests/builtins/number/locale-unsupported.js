// What nodule cannot do it says: there is one locale, and not every option.
function show(options, locale) { try { console.log((1e6).toLocaleString(locale, options)); } catch (e) { console.log(e.name + ': ' + e.message); } }
show({}, 'de-DE');   // expect: RangeError: Unsupported locale: de-DE
show({notation: 'compact'});   // expect: RangeError: Unsupported number format option: notation
