// A snapshot that reads back: counts, edges, names, everything reachable; objects keep their ids as they move.
// stress-every: 2003
var heap = require('nodule:heap'), fs = require('fs'), os = require('os'), path = require('path');
var folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heap-')), file = path.join(folder, 'a.heapsnapshot');
function Leak() { this.text = 'a text to find'; this.self = this; }
global.leak = new Leak();
global.get = (function () { var variable = {}; return function getter() { return variable; }; })();
global.weak = new WeakMap([[leak, {inWeakMap: 1}]]);
global.buffer = Buffer.alloc(5000);
console.log(heap.snapshot(file) === file);   // expect: true
var first = read(file);

function read(name) {
  var data = JSON.parse(fs.readFileSync(name, 'utf8')), n = data.nodes, e = data.edges;
  var size = data.snapshot.meta.node_fields.length, types = data.snapshot.meta.node_types[0], edgeTypes = data.snapshot.meta.edge_types[0];
  var nodes = [], byId = {};
  for (var i = 0, edge = 0; i < n.length; i += size) {
    var node = {type: types[n[i]], name: data.strings[n[i + 1]], id: n[i + 2], size: n[i + 3], edges: []};
    for (var k = 0; k < n[i + 4]; k++, edge += 3) {
      var type = edgeTypes[e[edge]], numbered = type === 'element' || type === 'hidden';
      node.edges.push({type: type, name: numbered ? e[edge + 1] : data.strings[e[edge + 1]], to: e[edge + 2] / size});
    }
    nodes.push(node);
    byId[node.id] = node;
  }
  return {data: data, nodes: nodes, byId: byId, edges: edge / 3};
}
function find(snapshot, type, name) { return snapshot.nodes.filter(function (node) { return node.type === type && node.name === name; })[0]; }
function follow(snapshot, node, type, name) {
  var edge = node.edges.filter(function (e) { return e.type === type && e.name === name; })[0];
  return edge && snapshot.nodes[edge.to];
}

console.log(first.nodes.length === first.data.snapshot.node_count, first.edges === first.data.snapshot.edge_count);   // expect: true true
console.log(Object.keys(first.byId).length === first.nodes.length);   // expect: true
var seen = {0: true}, queue = [0];
for (var at = 0; at < queue.length; at++) {
  first.nodes[queue[at]].edges.forEach(function (edge) { if (edge.type !== 'weak' && !seen[edge.to]) { seen[edge.to] = true; queue.push(edge.to); } });
}
console.log(queue.length === first.nodes.length);                      // expect: true
var root = first.nodes[0], globals = follow(first, root, 'shortcut', 'global'), leaked = follow(first, globals, 'property', 'leak');
console.log(root.type, first.nodes[1].name, leaked.type, leaked.name);   // expect: synthetic (GC roots) object Leak
console.log(follow(first, leaked, 'property', 'text').type, follow(first, leaked, 'property', 'text').name);   // expect: string a text to find
console.log(follow(first, leaked, 'property', 'self') === leaked, follow(first, leaked, 'property', '__proto__').name);   // expect: true Leak
console.log(follow(first, leaked, 'internal', 'value of WeakMap under this key').name);   // expect: Object
var getter = follow(first, globals, 'property', 'get'), context = follow(first, getter, 'internal', 'context');
console.log(getter.type, getter.name, context.name, follow(first, context, 'context', 'variable').name);   // expect: closure getter system / Context Object
console.log(find(first, 'native', 'system / JSArrayBufferData').size >= 5000);   // expect: true
console.log(first.data.locations.length % 4);                          // expect: 0

// The same objects have the same ids, though they may have moved; new ones have new ids.
global.later = {};
heap.collect();
var second = read(heap.snapshot(file));
var same = second.byId[leaked.id];
console.log(same.type, same.name, follow(second, same, 'property', 'text').id === follow(first, leaked, 'property', 'text').id);   // expect: object Leak true
var later = follow(second, follow(second, second.nodes[0], 'shortcut', 'global'), 'property', 'later');
console.log(later.id in first.byId);                                   // expect: false

// Without a name: one is made, in the current folder.
process.chdir(folder);
var name = heap.snapshot(), other = require('v8').writeHeapSnapshot();
console.log(/^Heap\.\d{8}\.\d{6}\.\d+\.0\.001\.heapsnapshot$/.test(name), /\.002\.heapsnapshot$/.test(other));   // expect: true true
console.log((fs.statSync(name).mode & 511).toString(8));                // expect: 600
fs.readdirSync('.').forEach(function (f) { fs.unlinkSync(f); });
fs.rmdirSync(folder);
