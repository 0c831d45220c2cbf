// moment: parsing, formatting, arithmetic, durations, locales. All in UTC or with given offsets.
'use strict';
var moment = require('moment');
var log = console.log;

var m = moment.utc('2013-02-08T09:30:26.123Z');
log(m.format(), m.toISOString(), m.valueOf(), m.isValid());
log(m.format('dddd, MMMM Do YYYY, h:mm:ss a'), m.format('[Week] w [of] gggg, E, DDDo, Q, X, x'));
log(m.format('YY YYYY M MM MMM D DD d dd ddd H HH h hh k kk m mm s ss S SSS Z ZZ'));
log(['L', 'LL', 'LLL', 'LLLL', 'LT', 'LTS', 'l', 'll', 'lll', 'llll'].map(function (f) { return m.format(f); }));
log(m.clone().add(7, 'days').subtract(1, 'months').add({hours: 25, minutes: 61}).format());
log(m.clone().startOf('month').format(), m.clone().endOf('week').format(), m.clone().startOf('isoWeek').format());
log(m.year(), m.month(), m.date(), m.day(), m.isoWeek(), m.dayOfYear(), m.quarter(), m.weeksInYear(), m.daysInMonth());
log(m.toArray(), m.toObject());

log(moment.utc('12-25-1995', 'MM-DD-YYYY').format(), moment.utc('24/12/2019 09:15:00', 'DD/MM/YYYY hh:mm:ss').format());
log(moment.utc('It is 2012-05-25', 'YYYY-MM-DD').format(), moment.utc('2012 juillet', 'YYYY MMM', true).isValid());
log(moment.utc('3 feb 2020 5pm', 'D MMM YYYY ha').format(), moment.utc(1318781876406).format(), moment.utc([2010, 1, 14, 15, 25]).format());
log(moment.utc('2010-W05-3').format(), moment.utc('2013-039').format(), moment.utc('20130208T080910,123').toISOString());
log(moment.utc('2016-02-30').isValid(), moment.utc('2016-02-30').invalidAt(), moment.utc('not a date', 'YYYY').format());
log(moment.parseZone('2013-01-01T00:00:00-13:00').format(), moment.utc('2013-01-01').utcOffset(120).format());

log(m.from(m.clone().add(3, 'days')), m.to(m.clone().add(10, 'years')), m.from(m.clone().subtract(44, 'seconds')));
log(m.diff(moment.utc('2012-01-01'), 'months'), m.diff(moment.utc('2012-01-01'), 'months', true).toFixed(6), m.diff(moment.utc('2014-01-01'), 'hours'));
log(m.calendar(m.clone().add(1, 'day')), m.calendar(m.clone().add(5, 'day')), m.calendar(m.clone().subtract(30, 'day')));
log(m.isBefore('2014-01-01'), m.isSame('2013-02-01', 'month'), m.isBetween('2013-01-01', '2013-12-31'), m.isLeapYear());

var d = moment.duration({days: 2, hours: 27, minutes: 90});
log(d.humanize(), d.asHours(), d.toISOString(), d.days(), d.hours(), moment.duration('P1Y2M3DT4H5M6S').asDays().toFixed(3));
log(moment.duration('23:59:59.999').asMilliseconds(), moment.duration(-1, 'week').humanize(true));

require('moment/locale/fr');
require('moment/locale/zh-cn');
require('moment/locale/ru');
log(moment.locales());
['en', 'fr', 'zh-cn', 'ru'].forEach(function (name) {
  var x = m.clone().locale(name);
  log(name, x.format('LLLL'), x.format('dddd D MMMM YYYY'), x.from(m.clone().add(5, 'months')), x.localeData().ordinal(3));
});
log(moment.utc('5 février 2015', 'D MMMM YYYY', 'fr').format('YYYY-MM-DD'));
log(JSON.stringify({when: m}), String(m), moment.isMoment(m), moment.max(m, m.clone().add(1, 'y')).year());
log(moment.months('-MMM-'), moment.weekdaysMin(), moment.relativeTimeThreshold('s'));
