// Many timers of many lengths all run, those of one length in order.
var order = [];
for (var i = 0; i < 300; i++) setTimeout(function (i) { order.push(i); }, i % 30, i);
setTimeout(function () {
  var inOrder = true;
  for (var i = 0; i < order.length; i++) {
    for (var j = i + 1; j < order.length; j++) if (order[i] % 30 === order[j] % 30 && order[i] > order[j]) inOrder = false;
  }
  console.log(order.length, inOrder);
}, 100);
// expect: 300 true
