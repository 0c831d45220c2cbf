// toLocaleString with options, for the one locale.
function show(n, options, locale) {
  try { console.log(n.toLocaleString(locale, options)); } catch (e) { console.log(e.name + ': ' + e.message); }
}
show(1234.5678);   // expect: 1,234.568
show(1234.5, {minimumFractionDigits: 2}, 'en-US');   // expect: 1,234.50
show(1.005, {maximumFractionDigits: 2}, 'en');   // expect: 1.01
show(999.995, {minimumFractionDigits: 1, maximumFractionDigits: 2}, ['en-US']);   // expect: 1,000.0
show(2.5, {maximumFractionDigits: 0});   // expect: 3
show(-0.0001, {maximumFractionDigits: 1});   // expect: -0
show(5, {minimumIntegerDigits: 2});   // expect: 05
show(0, {minimumSignificantDigits: 3});   // expect: 0.00
show(123456, {maximumSignificantDigits: 3});   // expect: 123,000
show(0.001234, {minimumSignificantDigits: 2, maximumSignificantDigits: 3});   // expect: 0.00123
show(0.256, {style: 'percent'});   // expect: 26%
show(0.2565, {style: 'percent', maximumFractionDigits: 1});   // expect: 25.7%
show(-1234.5, {style: 'currency', currency: 'USD'});   // expect: -$1,234.50
show(1234.5, {style: 'currency', currency: 'jpy'});   // expect: ¥1,235
console.log(escape((1).toLocaleString('en', {style: 'currency', currency: 'KWD'})));   // expect: KWD%A01.000
show(1, {style: 'currency', currency: 'USD', maximumFractionDigits: 0});   // expect: $1
show(1234567, {useGrouping: false});   // expect: 1234567
show(1234, {useGrouping: 'min2'});   // expect: 1234
show(12345, {useGrouping: 'min2'});   // expect: 12,345
show(Infinity, {style: 'currency', currency: 'CHF'});   // expect: CHF∞
show(NaN, {style: 'percent'});   // expect: NaN%
show(1, {minimumFractionDigits: 21});   // expect: RangeError: minimumFractionDigits value is out of range.
show(1, {minimumFractionDigits: 3, maximumFractionDigits: 2});   // expect: RangeError: maximumFractionDigits value is out of range.
show(1, {style: 'currency'});   // expect: TypeError: Currency code is required with currency style.
show(1, {style: 'currency', currency: 'US'});   // expect: RangeError: Invalid currency code : US
show(1, {style: 'x'});   // expect: RangeError: Value x out of range for Number.prototype.toLocaleString options property style
show(1, null);   // expect: TypeError: Number.prototype.toLocaleString called on null or undefined
show(1, {}, 'x y');   // expect: RangeError: Incorrect locale information provided
show(1, {}, null);   // expect: TypeError: Cannot convert undefined or null to object
