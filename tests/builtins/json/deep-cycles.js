// Cycles far inside: what is deep is found by its hash, what is near the outside by comparing.
function t(f) { try { return f(); } catch (e) { return e.message.split('\n').length; } }
var i, around = [], inner = around, middle;
for (i = 0; i < 60; i++) {
  inner.push(i, []);
  inner = inner[1];
  if (i === 40) middle = inner;
}
console.log(around.join().slice(-12), JSON.stringify(around).length);   // expect: 56,57,58,59, 292
inner.push(around, middle, inner, 60);
console.log(around.join().slice(-12), around.toString() === around.join());   // expect: ,58,59,,,,60 true
console.log(t(function () { return JSON.stringify(around); }));   // expect: 7
inner[0] = [middle];
console.log(t(function () { return JSON.stringify(around); }));   // expect: 7
inner[0] = inner[1] = inner[2] = {toJSON: function () { return String(around).length; }};
console.log(t(function () { return JSON.stringify(around).slice(-80, -59); }), around.join() === around.join());   // expect: [59,[220,220,220,60]] true
middle.push({toString: function () { throw new Error('left in the middle'); }});
console.log(t(function () { return around.join(); }));   // expect: 1
middle.pop();
console.log(around.join().slice(0, 12));   // expect: 0,1,2,3,4,5,
