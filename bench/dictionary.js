// bench/dictionary.js - an object as a cache, with eviction
function run() {
  var cache = {}, keys = [], hits = 0, head = 0;
  for (var i = 0; i < 600000; i++) {
    var key = 'k' + (i % 3 ? i % 701 : (i * 7919) % 5003);
    if (cache[key] !== undefined) { hits++; continue; }
    if (keys.length - head >= 1000) delete cache[keys[head++]];
    cache[key] = i;
    keys.push(key);
  }
  return hits;
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('dictionary ' + (Date.now() - begin) + ' ' + result);
