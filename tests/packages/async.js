// async 0.9: series, parallel, waterfall, queues, auto, and errors on the way.
'use strict';
var async = require('async');
var log = console.log;

function later(value, ms, error) {
  return function (callback) { setTimeout(function () { callback(error || null, value); }, ms); };
}

async.series([
  function (done) {
    async.series({one: later(1, 10), two: later(2, 1)}, function (err, results) { log('series', err, results); done(); });
  },
  function (done) {
    async.parallel([later('a', 20), later('b', 1), later('c', 10)], function (err, results) { log('parallel', err, results); done(); });
  },
  function (done) {
    var active = 0, most = 0;
    async.eachLimit([1, 2, 3, 4, 5, 6], 2, function (n, next) {
      active++;
      most = Math.max(most, active);
      setTimeout(function () { active--; next(); }, 1);
    }, function (err) { log('eachLimit', err, most); done(); });
  },
  function (done) {
    async.waterfall([
      function (next) { next(null, 'one', 'two'); },
      function (a, b, next) { setImmediate(function () { next(null, a + b); }); },
      function (text, next) { process.nextTick(function () { next(null, text.toUpperCase()); }); }
    ], function (err, result) { log('waterfall', err, result); done(); });
  },
  function (done) {
    async.map([3, 1, 2], function (n, next) { setTimeout(function () { next(null, n * n); }, n * 3); },
      function (err, squares) { log('map', err, squares); done(); });
  },
  function (done) {
    async.filter([1, 2, 3, 4], function (n, yes) { setImmediate(function () { yes(n % 2 === 0); }); },
      function (even) { log('filter', even); done(); });
  },
  function (done) {
    async.reduce([1, 2, 3], 0, function (memo, n, next) { process.nextTick(function () { next(null, memo + n); }); },
      function (err, sum) { log('reduce', err, sum); done(); });
  },
  function (done) {
    async.auto({
      data: later('data', 10),
      folder: later('folder', 5),
      write: ['data', 'folder', function (next, results) { next(null, results.folder + '/' + results.data); }],
      mail: ['write', function (next, results) { next(null, 'mailed ' + results.write); }]
    }, function (err, results) { log('auto', err, results.mail, Object.keys(results).sort()); done(); });
  },
  function (done) {
    var seen = [];
    var queue = async.queue(function (task, next) { seen.push(task.name); setTimeout(next, 2); }, 2);
    queue.drain = function () { log('queue', seen, queue.length(), queue.running()); done(); };
    queue.push([{name: 'a'}, {name: 'b'}, {name: 'c'}]);
    queue.unshift({name: 'first'});
  },
  function (done) {
    var tries = 0;
    async.retry(3, function (next) { tries++; next(tries < 3 ? new Error('try ' + tries) : null, 'ok'); },
      function (err, result) { log('retry', err, result, tries); done(); });
  },
  function (done) {
    var n = 0;
    async.whilst(function () { return n < 1000; }, function (next) { n++; if (n % 100) next(); else setImmediate(next); },
      function (err) { log('whilst', err, n); done(); });
  },
  function (done) {
    var slow = async.memoize(function (x, next) { log('computing', x); setTimeout(function () { next(null, x * 2); }, 1); });
    slow(4, function () { slow(4, function (err, v) { log('memoize', v); done(); }); });
  },
  function (done) {
    async.times(4, function (n, next) { next(null, 'user' + n); }, function (err, users) { log('times', users); done(); });
  },
  function (done) {
    async.sortBy(['ccc', 'a', 'bb'], function (s, next) { next(null, s.length); }, function (err, sorted) { log('sortBy', sorted); done(); });
  },
  function (done) {
    async.parallel([later(1, 1), later(2, 5, new Error('broken')), later(3, 30)],
      function (err, results) { log('error', err.message, results); done(); });
  }
], function (err, results) { log('end', err, results.length); });
