// bench/binary-trees.js - trees built, walked and dropped, beside one that lives
function Tree(left, right) { this.left = left; this.right = right; }
function build(depth) { return depth === 0 ? new Tree(null, null) : new Tree(build(depth - 1), build(depth - 1)); }
function check(tree) { return tree.left === null ? 1 : 1 + check(tree.left) + check(tree.right); }
function run() {
  var kept = build(16), sum = 0;
  for (var depth = 4; depth <= 16; depth += 4)
    for (var i = 0; i < 1 << (16 - depth + 2); i++) sum = (sum + check(build(depth))) | 0;
  return sum + check(kept);
}

var say = typeof console === "object" ? function (s) { console.log(s); } : print;
var begin = Date.now(), result = run();
say('binary-trees ' + (Date.now() - begin) + ' ' + result);
