#!/usr/bin/env python3
"""Tests of other locales than en-US and of time zones, with ICU and without.

  tests/icu.py [--engine ./nodule] [--flags '--gc-stress=1 --verify-heap']   prints what is wrong and `N passed, N failed` last

Texts are node's, where they have been the same in ICU for years.  Without libicui18n on this machine the first half is
left out; the second half runs with libraries in its place that cannot be loaded.
"""
import argparse, ctypes.util, os, subprocess, sys, tempfile

from checks import check, finish

DATE = 'new Date(Date.UTC(2024, 6, 5, 0, 7, 9, 45))'
WORDS = "['z', 'ä', 'a', 'A', 'ö', 'o', 'Z', 'ss', 'ß', 'ch', 'c', 'd', 'n', 'ñ', 'e', 'É', 'E', 'é']"
TEXTS = (
    # numbers
    ("(1234567.891).toLocaleString('de-DE')", '1.234.567,891'),
    ("(1234567.891).toLocaleString('fr')", '1\u202f234\u202f567,891'),
    ("(1234567.891).toLocaleString('en-IN')", '12,34,567.891'),
    ("(1234.5).toLocaleString('es')", '1234,5'),
    ("(1234.5).toLocaleString('es', {useGrouping: true})", '1.234,5'),
    ("(1234.5).toLocaleString('ar-EG')", '١٬٢٣٤٫٥'),
    ("(1234.5).toLocaleString('de-u-nu-arab')", '١٬٢٣٤٫٥'),
    ("(0.256).toLocaleString('de', {style: 'percent'})", '26\u00a0%'),
    ("(-1234.5).toLocaleString('de-DE', {style: 'currency', currency: 'EUR'})", '-1.234,50\u00a0€'),
    ("(1234.5).toLocaleString('ja', {style: 'currency', currency: 'JPY', currencyDisplay: 'name'})", '1,235円'),
    ("(-5).toLocaleString('en-US', {style: 'currency', currency: 'USD', currencySign: 'accounting'})", '($5.00)'),
    ("(1234567).toLocaleString('en-US', {notation: 'compact'})", '1.2M'),
    ("(1234567).toLocaleString('en-US', {notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2})", '1.23 million'),
    ("(1234567).toLocaleString('de', {notation: 'scientific'})", '1,235E6'),
    ("(1234567).toLocaleString('de', {maximumSignificantDigits: 3, minimumIntegerDigits: 9})", '001.230.000'),
    ("(16).toLocaleString('en-US', {style: 'unit', unit: 'kilometer-per-hour'})", '16 km/h'),
    ("(16).toLocaleString('de', {style: 'unit', unit: 'liter', unitDisplay: 'long'})", '16 Liter'),
    ("(5).toLocaleString('en-US', {signDisplay: 'always'})", '+5'),
    ("(2.55).toLocaleString('en-US', {maximumFractionDigits: 1, roundingMode: 'floor'})", '2.5'),
    ("(1.234).toLocaleString('de', {roundingIncrement: 5, minimumFractionDigits: 2, maximumFractionDigits: 2})", '1,25'),
    ("(12347).toLocaleString('en-US', {roundingIncrement: 5000})", '10,000'),
    ("(0.07).toLocaleString('en-US', {roundingIncrement: 5, style: 'currency', currency: 'USD'})", '$0.05'),
    ("(1.234).toLocaleString('en-US', {roundingIncrement: 3})", 'RangeError: roundingIncrement value is out of range. undefined'),
    ("(1).toLocaleString('en-US', {roundingIncrement: 5, maximumSignificantDigits: 2})",
     'TypeError: RoundingType is not fractionDigits undefined'),
    ("(1).toLocaleString('en-US', {roundingIncrement: 5, maximumFractionDigits: 2})",
     'RangeError: maximumFractionDigits not equal to minimumFractionDigits undefined'),
    ("(1234567.891).toLocaleString('en-US', {roundingPriority: 'lessPrecision', maximumFractionDigits: 2, maximumSignificantDigits: 5})",
     '1,234,600'),
    ("(1234567.891).toLocaleString('de', {roundingPriority: 'morePrecision', maximumFractionDigits: 2, maximumSignificantDigits: 5})",
     '1.234.567,89'),
    ("(1.23456).toLocaleString('en-US', {roundingPriority: 'morePrecision'})", '1.23456'),
    ("(1234567).toLocaleString('de', {notation: 'compact', roundingPriority: 'lessPrecision', maximumSignificantDigits: 3})", '1,23\u00a0Mio.'),
    ("[1, 1.5].map(n => n.toLocaleString('de', {trailingZeroDisplay: 'stripIfInteger', minimumFractionDigits: 2})).join(' ')", '1 1,50'),
    ("(1).toLocaleString('en-US', {trailingZeroDisplay: 'stripIfInteger', minimumSignificantDigits: 3})", '1'),
    ("(1).toLocaleString('en-US', {roundingPriority: 'x'})",
     'RangeError: Value x out of range for SetNumberFormatDigitOptions options property roundingPriority undefined'),
    ("[NaN, -0, Infinity].map(n => n.toLocaleString('de')).join()", 'NaN,-0,∞'),
    ("[1234.5, 2].toLocaleString('de') + ' ' + new Float64Array([1.5]).toLocaleString('de')", '1.234,5,2 1,5'),
    # dates
    (f"{DATE}.toLocaleString('de-DE', {{timeZone: 'UTC'}})", '5.7.2024, 00:07:09'),
    (f"{DATE}.toLocaleString('en-GB', {{timeZone: 'UTC'}})", '05/07/2024, 00:07:09'),
    (f"{DATE}.toLocaleString('zh-CN', {{timeZone: 'Asia/Shanghai'}})", '2024/7/5 08:07:09'),
    (f"{DATE}.toLocaleDateString('fr-FR', {{dateStyle: 'full', timeZone: 'UTC'}})", 'vendredi 5 juillet 2024'),
    (f"{DATE}.toLocaleTimeString('de', {{timeStyle: 'short', timeZone: 'Europe/Berlin'}})", '02:07'),
    (f"{DATE}.toLocaleDateString('ja-JP-u-ca-japanese', {{timeZone: 'UTC'}})", 'R6/7/5'),
    (f"{DATE}.toLocaleDateString('de', {{month: 'long', year: 'numeric', timeZone: 'UTC'}})", 'Juli 2024'),
    (f"{DATE}.toLocaleString('de', {{hour: '2-digit', minute: '2-digit', hour12: true, timeZone: 'UTC'}})", '00:07 AM'),
    (f"{DATE}.toLocaleString('en-US', {{timeZone: 'America/New_York'}})", '7/4/2024, 8:07:09 PM'),
    (f"{DATE}.toLocaleString(undefined, {{timeZone: 'asia/tokyo', hour12: false}})", '7/5/2024, 09:07:09'),
    ("new Date(Date.UTC(2024, 0, 5, 12)).toLocaleTimeString('en-US', {timeZone: 'America/New_York', timeStyle: 'long'})", '7:00:00 AM EST'),
    (f"{DATE}.toLocaleTimeString('en-US', {{timeZone: 'America/New_York', timeZoneName: 'long'}})", '8:07:09 PM Eastern Daylight Time'),
    (f"{DATE}.toLocaleTimeString('en-US', {{second: 'numeric', fractionalSecondDigits: 3, timeZone: 'UTC'}})", '9.045'),
    ("new Date(Date.UTC(1500, 1, 3)).toLocaleDateString('de', {timeZone: 'UTC'})", '3.2.1500'),
    ("new Date(NaN).toLocaleString('de')", 'Invalid Date'),
    # order
    (f"{WORDS}.sort((a, b) => a.localeCompare(b, 'de')).join('')", 'aAäcchdeEéÉnñoössßzZ'),
    (f"{WORDS}.sort((a, b) => a.localeCompare(b, 'sv')).join('')", 'aAcchdeEéÉnñossßzZäö'),
    (f"{WORDS}.sort((a, b) => a.localeCompare(b, 'cs')).join('')", 'aAäcdeEéÉchnñoössßzZ'),
    ("['b10', 'B2', 'a1'].sort((a, b) => a.localeCompare(b, 'sv', {numeric: true})).join()", 'a1,B2,b10'),
    ("['b10', 'b2'].sort((a, b) => a.localeCompare(b, 'de-u-kn')).join()", 'b2,b10'),
    ("['a', 'A'].sort((a, b) => a.localeCompare(b, 'en', {caseFirst: 'upper'})).join()", 'A,a'),
    ("'a'.localeCompare('á', 'de', {sensitivity: 'base'}) + ' ' + 'a'.localeCompare('A', 'de', {sensitivity: 'case'})", '0 -1'),
    ("'co-op'.localeCompare('coop', 'en', {ignorePunctuation: true})", '0'),
    ("'ä'.localeCompare('ad', 'de-u-co-phonebk') + ' ' + 'ä'.localeCompare('ae', 'de-u-co-phonebk')", '1 1'),
    # which locale
    ("(1234.5).toLocaleString(['tlh', 'de', 'fr'])", '1.234,5'),
    ("(1234.5).toLocaleString('tlh')", '1,234.5'),
    ("(1234.5).toLocaleString({length: 2, 1: 'de'})", '1.234,5'),
    (f"{DATE}.toLocaleString('de', {{timeZone: 'Mars/Olympus'}})", 'RangeError: Invalid time zone specified: Mars/Olympus undefined'),
    ("(1).toLocaleString('de', {style: 'unit', unit: 'parsec'})",
     "RangeError: Invalid unit argument for Number.prototype.toLocaleString() 'parsec' undefined"),
    ("(1).toLocaleString('de', {style: 'unit'})", "TypeError: Invalid unit argument for Number.prototype.toLocaleString() '' undefined"),
)
HOW = 'It needs ICU, and no libicui18n.so was found (Debian 12: apt install libicu72, 13: libicu76) ERR_NO_ICU'
WITHOUT = (
    ("'a'.localeCompare('b', 'sv')", f'RangeError: Unsupported locale: sv.  {HOW}'),
    ("(1).toLocaleString('de-DE')", f'RangeError: Unsupported locale: de-DE.  {HOW}'),
    ("(1).toLocaleString(['en', 'de'])", '1'),
    ("(1).toLocaleString('en-US', {notation: 'compact'})", f'RangeError: Unsupported number format option: notation.  {HOW}'),
    (f"{DATE}.toLocaleString('fr')", f'RangeError: Unsupported locale: fr.  {HOW}'),
    (f"{DATE}.toLocaleString('en', {{timeZone: 'Asia/Tokyo'}})", f'RangeError: Unsupported time zone: Asia/Tokyo.  {HOW}'),
    (f"{DATE}.toLocaleString('en', {{timeStyle: 'full'}})", f'RangeError: Unsupported date format option: timeStyle.  {HOW}'),
    ("'a'.localeCompare('b', 'en', {caseFirst: 'upper'})", f'RangeError: Unsupported collation option: caseFirst.  {HOW}'),
    ("'a'.localeCompare('b', 'en')", '-1'),
    (f"{DATE}.toLocaleString('en-US', {{timeZone: 'UTC'}})", '7/5/2024, 12:07:09 AM'),
)
WRONG = 'RangeError: Incorrect locale information provided undefined'
TAGS = (  # the same with and without
    ("(1).toLocaleString('x y')", WRONG), ("(1).toLocaleString('de_DE')", WRONG), ("(1).toLocaleString('')", WRONG),
    ("(1).toLocaleString('de-DE-AT')", WRONG), ("(1).toLocaleString('e')", WRONG), ("(1).toLocaleString(['en', 'x'])", WRONG),
    ("'a'.localeCompare('b', 'de--DE')", WRONG), ("new Date(0).toLocaleString('i-klingon')", WRONG),
    ("(1).toLocaleString('de-u')", 'RangeError: Invalid language tag: de-u undefined'),
    ("(1).toLocaleString('de-1901-1901')", 'RangeError: Invalid language tag: de-1901-1901 undefined'),
    ("(1).toLocaleString([1])", 'TypeError: Language ID should be string or object. undefined'),
    ("(1).toLocaleString(null)", 'TypeError: Cannot convert undefined or null to object undefined'),
    ("(1234).toLocaleString(5)", '1,234'), ("(1234).toLocaleString([])", '1,234'), ("(1234).toLocaleString('EN-us')", '1,234'),
)


def run(command, table, environment):
    """Each line's expression, in one process."""
    script = 'function show(f) { try { console.log(String(f())); } catch (e) { console.log(e + " " + e.code); } }\n'
    script += ''.join(f'show(function () {{ return {code}; }});\n' for code, _ in table)
    with tempfile.NamedTemporaryFile('w', suffix='.js', encoding='utf-8') as file:
        file.write(script)
        file.flush()
        done = subprocess.run([*command, file.name], capture_output=True, text=True, timeout=300, env=environment, encoding='utf-8')
    lines = done.stdout.split('\n')
    check('status', done.returncode == 0 and len(lines) == len(table) + 1, done.stdout + done.stderr)
    for (code, expected), line in zip(table, lines):
        check(code, line == expected, f'{line!r}, expected {expected!r}')


def main():
    options = argparse.ArgumentParser(description='tests locales with ICU and without')
    options.add_argument('--engine', default='./nodule')
    options.add_argument('--flags', default='')
    arguments = options.parse_args()
    command = [os.path.abspath(arguments.engine), *arguments.flags.split()]
    environment = dict(os.environ, TZ='UTC')
    if ctypes.util.find_library('icui18n'):
        run(command, TEXTS + TAGS, environment)
    with tempfile.TemporaryDirectory() as folder:
        for version in range(60, 100):
            with open(os.path.join(folder, f'libicui18n.so.{version}'), 'w', encoding='utf-8') as file:
                file.write('no library')
        run(command, WITHOUT + TAGS, dict(environment, LD_LIBRARY_PATH=folder))
    done = subprocess.run([*command, '-p', "/icu/.test(require('fs').readFileSync('/proc/self/maps', 'utf8'))"], capture_output=True,
                          text=True, timeout=60)
    check('not loaded until it is needed', done.stdout == 'false\n', done.stdout + done.stderr)
    return finish()


if __name__ == '__main__':
    sys.exit(main())
