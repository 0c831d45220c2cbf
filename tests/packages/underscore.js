// underscore: collections, arrays, functions, objects, templates, chains.
'use strict';
var _ = require('underscore');
var log = console.log;

var people = [
  {name: 'moe', age: 40, tags: ['a', 'b']}, {name: 'larry', age: 50, tags: []},
  {name: 'curly', age: 60, tags: ['b']}, {name: 'shemp', age: 50, tags: ['c', 'a']}
];

log(_.VERSION.split('.').length);
log(_.map({one: 1, two: 2, three: 3}, function (n, key) { return key + n; }));
log(_.reduce([1, 2, 3], function (memo, n) { return memo + n; }, 0), _.reduceRight([[0, 1], [2, 3]], _.constant([9]), []));
log(_.pluck(people, 'name'), _.where(people, {age: 50}), _.findWhere(people, {name: 'curly'}));
log(_.groupBy(people, 'age'));
log(_.indexBy(people, 'name').larry, _.countBy(people, function (p) { return p.age > 45 ? 'old' : 'young'; }));
log(_.sortBy(people, function (p) { return -p.age; }).map(function (p) { return p.name; }));
log(_.partition([0, 1, 2, 3, 4, 5], function (n) { return n % 2; }), _.max(people, 'age').name, _.min([], 'x'));
log(_.flatten([1, [2, [3, [[4]]]]]), _.flatten([1, [2, [3, [[4]]]]], true), _.without([1, 2, 1, 0, 3], 0, 1));
log(_.union([1, 2], [101, 2, 1], [2, 1]), _.intersection([1, 2, 3], [101, 2, 1, 10], [2, 1]), _.difference([1, 2, 3, 4, 5], [5, 2]));
log(_.zip(['a', 'b'], [1, 2], [true, false]), _.object(['x', 'y'], [1, 2]), _.range(0, -10, -3), _.chunk(_.range(7), 3));
log(_.sortedIndex([10, 20, 30, 40, 50], 35), _.uniq([1, 2, 1, 4, 1, 3]), _.lastIndexOf([1, 2, 3, 1, 2, 3], 2));
log(_.isEqual({a: [1, {b: new Date(5)}], r: /x/gi}, {a: [1, {b: new Date(5)}], r: /x/gi}), _.isEqual([0], [-0]), _.isEqual(NaN, NaN));
log(_.extend({}, {a: 1}, {b: 2}), _.pick({a: 1, b: 2, c: 3}, 'a', 'c'), _.omit({a: 1, b: 2}, 'b'), _.defaults({a: 1}, {a: 2, b: 3}));
log(_.invert({a: 'x', b: 'y'}), _.pairs({a: 1, b: 2}), _.functions(_).length > 100, _.has({a: {b: 2}}, ['a', 'b']));
log(_.isEmpty({}), _.isArguments((function () { return arguments; })()), _.isRegExp(/a/), _.isDate(new Date()), _.isNaN(NaN), _.isElement(1));

var fib = _.memoize(function (n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); });
log(fib(60));
var add = function (a, b) { return a + b; };
log(_.partial(add, 5)(10), _.partial(add, _, 'x')('y'), _.compose(_.identity, add)(1, 2), _.wrap(add, function (f, a) { return f(a, a); })(4));
var once = _.once(function () { return _.uniqueId('id'); });
log(once() === once(), _.after(2, add)(1, 2), _.negate(_.isString)(1), _.restArguments(function (a, rest) { return rest; })(1, 2, 3));
log(_.escape('<a href="x">\'&\'</a>'), _.unescape('&lt;b&gt;&amp;'), _.result({f: function () { return this.v; }, v: 7}, 'f'));

var compiled = _.template('Hello <%= name %>!<% _.each(list, function (x) { %> [<%- x %>]<% }); %>');
log(compiled({name: 'W', list: ['a<b', '"q"']}));
log(_.template('{{ a }}-{{ b }}', {interpolate: /\{\{(.+?)\}\}/g})({a: 1, b: 'two\n\u2028'}));
log(_.chain(people).filter(function (p) { return p.age >= 50; }).pluck('name').map(function (s) { return s.toUpperCase(); }).sort().value());
log(_(['x', 'y']).chain().push('z').reverse().join('-').value());
_.mixin({shout: function (s) { return s.toUpperCase() + '!'; }});
log(_('abc').shout(), _.shuffle(_.range(10)).sort().join(''), _.sample([3]), _.random(5, 5));

var order = [];
_.delay(function (x) { order.push('delay ' + x); }, 20, 'd');
_.defer(function () { order.push('defer'); });
var debounced = _.debounce(function () { order.push('debounced'); }, 10);
debounced(); debounced();
var throttled = _.throttle(function (n) { order.push('throttled ' + n); }, 5000, {trailing: false});
throttled(1); throttled(2);
setTimeout(function () { log(order); }, 200);
