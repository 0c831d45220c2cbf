// Many timers of many lengths run in order.
var order = [];
for (var i = 300; i > 0; i--) setTimeout(function (i) { order.push(i); }, i / 10, i);
setTimeout(function () {
  var sorted = true;
  for (var i = 1; i < order.length; i++) if (Math.trunc(Math.max(order[i] / 10, 1)) < Math.trunc(Math.max(order[i - 1] / 10, 1))) sorted = false;
  console.log(order.length, sorted);
}, 100);
