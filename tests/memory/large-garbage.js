// Large arrays and texts that nobody keeps do not pile up, alone or beside a heap that is marked in steps.
// skip-stress
function highest(rounds, make) {
  var top = 0;
  for (var i = 0; i < rounds; i++) {
    make(i);
    top = Math.max(top, process.memoryUsage().heapUsed);
  }
  return top / 1048576;
}
function below(name, limit, rounds, make) {
  var top = highest(rounds, make);
  console.log(name, top < limit ? 'in bounds' : 'up to ' + top.toFixed(0) + ' MB');
}

var kept, numbers = new Array(5e5).fill(1), text = JSON.stringify(numbers), bytes = Buffer.alloc(3e6, 65);
below('dropped at once', 18, 30, function () { return new Array(1e6).fill(0).length; });  // expect: dropped at once in bounds
below('new Array', 28, 30, function (i) { kept = new Array(1e6).fill(i); });              // expect: new Array in bounds
below('many', 20, 400, function (i) { kept = new Array(5e4).fill(i); });                  // expect: many in bounds
below('slice', 28, 30, function () { kept = numbers.slice(); });                          // expect: slice in bounds
below('map', 28, 10, function () { kept = numbers.map(function (x) { return x; }); });    // expect: map in bounds
below('concat', 36, 30, function () { kept = numbers.concat(numbers); });                 // expect: concat in bounds
below('push', 36, 10, function () {                                                       // expect: push in bounds
  kept = [];
  for (var k = 0; k < 3e5; k++) kept.push(k);
});
below('parse', 36, 10, function () { kept = JSON.parse(text); });                         // expect: parse in bounds
below('stringify', 28, 10, function () { kept = JSON.stringify(numbers); });              // expect: stringify in bounds
below('repeat', 36, 30, function (i) { kept = 'abcdefg'.repeat(1e6 + i); });              // expect: repeat in bounds
below('toString', 28, 30, function () { kept = bytes.toString('latin1'); });              // expect: toString in bounds
below('split', 60, 5, function (i) { kept = text.split(','); });                          // expect: split in bounds
kept = null;

var live = [];
for (var i = 0; i < 2e5; i++) live.push({number: i, list: [i]});
var least = process.memoryUsage().heapUsed / 1048576;
below('beside a big heap', least * 3.5, 150, function (i) {                               // expect: beside a big heap in bounds
  kept = new Array(1e6).fill(i);
  live[i] = {number: i, list: [i]};
});
