// refresh of a timer starts it anew.
// skip-stress
var order = [];
var r = setTimeout(function () { order.push('refreshed'); }, 60);
setTimeout(function () { r.refresh(); }, 40);
setTimeout(function () { order.push('80'); }, 80);
setTimeout(function () { console.log(order.join()); }, 160);
// expect: 80,refreshed
