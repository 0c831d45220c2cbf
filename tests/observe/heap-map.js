// map(): the pages.  Behind a collection what is in use on old pages is what can be reached.
// skip-stress
var heap = require('nodule:heap');
global.kept = [];
for (var i = 0; i < 20000; i++) {
  kept.push({i: i, text: 'text ' + i, list: [i, {}], f: function () { return i; }});
  if (i % 100 === 0) {
    kept.push(new Map([[{}, {}], ['a', {}]]), new Set([{}]), /a(.)/g, new Date(), new WeakMap([[kept, {}]]), Symbol('x'), new Error('x'),
              new Uint8Array(10), Buffer.from('abc'), (function () { return arguments; })({}, {}), function () { }.bind(kept, {}));
    var dictionary = {a: {}, b: {}};
    delete dictionary.a;
    kept.push(dictionary, Object.defineProperty({}, 'x', {get: function () { return kept; }}), [1, , {}], new String('abc' + i));
  }
}
kept.large = new Array(200000).fill(0).concat([{}]);
heap.collect();
heap.collect();
var pages = heap.map();
console.log(Object.keys(pages[0]).join());   // expect: space,address,size,used,free,live,unswept,moving
console.log(pages.every(function (page) { return page.live <= page.used && page.used + page.free === page.size; }));   // expect: true
var sums = {};
pages.forEach(function (page) {
  var sum = sums[page.space] = sums[page.space] || {used: 0, live: 0};
  sum.used += page.used;
  sum.live += page.live;
});
console.log(Object.keys(sums).join());   // expect: new_space,old_pointer_space,old_data_space,code_space,shape_space,large_object_space
Object.keys(sums).forEach(function (name) { if (sums[name].used - sums[name].live > 4000) console.log(name, sums[name]); });
console.log(sums.old_pointer_space.live > 2000000, sums.large_object_space.used > 1600000);   // expect: true true
