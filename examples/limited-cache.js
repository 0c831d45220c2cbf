// examples/limited-cache.js - a cache that forgets: first in, first out.
function Cache(limit) {
  this.limit = limit;
  this.map = {};
  this.keys = [];
}
Cache.prototype.set = function (key, value) {
  if (!Object.prototype.hasOwnProperty.call(this.map, key)) {
    if (this.keys.length === this.limit) delete this.map[this.keys.shift()];
    this.keys.push(key);
  }
  this.map[key] = value;
};
Cache.prototype.get = function (key) { return this.map[key]; };

var cache = new Cache(1000);
for (var i = 0; i < 100000; i++) cache.set('key' + i, {n: i});
console.log(cache.keys.length, cache.get('key0'), cache.get('key99999'));
