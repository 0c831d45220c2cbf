// What nodule cannot write it refuses.
function show(options, locale) {
  try { console.log(new Date(0).toLocaleString(locale, options)); } catch (e) { console.log(e.name + ': ' + e.message); }
}
show({}, 'de-DE');   // expect: RangeError: Unsupported locale: de-DE
show({timeZone: 'America/New_York'});   // expect: RangeError: Unsupported time zone: America/New_York
show({timeZoneName: 'short'});   // expect: RangeError: Unsupported date format option: timeZoneName
show({timeStyle: 'full'});   // expect: RangeError: Unsupported date format option: timeStyle
show({hour: 'numeric', second: 'numeric'});   // expect: RangeError: Unsupported combination of date format options
