// Property accesses answer rightly while shapes, prototypes and the indexes of dead shapes come and go.
// flags: --expose-gc
// stress-every: 3
function getX(o) { return o.x; }
function setY(o, v) { o.y = v; return o; }
function callM(o) { return o.m(); }
function isA(o, C) { return o instanceof C; }

// one shape at a site, which dies; the next shape has its index and another layout
for (var round = 0, seen = []; round < 6; round++) {
  var o = {};
  for (var k = 0; k < round; k++) o['pad' + round + '_' + k] = -1;
  o.x = round;
  setY(o, round * 2);
  seen.push(getX(o) + o.y);
  o = null;
  gc();
}
console.log(seen.join());   // expect: 0,3,6,9,12,15

// two to five shapes at a site, of which some die
function make(i) {
  var made = {};
  made['only' + i] = i;
  made.x = 100 + i;
  return made;
}
var all = [];
for (round = 0, seen = []; round < 8; round++) {
  all.push(make(round));
  if (all.length > 3) all.splice(round % 3, 2);
  gc();
  seen.push(all.map(getX).join('+'));
}
console.log(seen.join());   // expect: 100,100+101,100+101+102,102+103,102+103+104,102+103,102+103+106,102+107

// many shapes at a site
function getV(p) { return p.v; }
for (round = 0, seen = []; round < 3; round++) {
  var many = [];
  for (k = 0; k < 12; k++) {
    var m = {};
    m['r' + round + k] = k;
    m.v = k * 10 + round;
    many.push(m);
  }
  seen.push(many.reduce(function (s, p) { return s + getV(p); }, 0));
  many = m = null;
  gc();
}
console.log(seen.join());   // expect: 660,672,684

// prototypes that die and are replaced
function Thing(n) { this.n = n; }
for (round = 0, seen = []; round < 6; round++) {
  Thing.prototype = round % 2 ? {m: function () { return 'odd' + this.n; }}
                              : {pad: 1, m: function () { return 'even' + this.n; }};
  var thing = new Thing(round);
  seen.push(callM(thing), callM(thing), isA(thing, Thing));
  gc();
  seen.push(callM(thing), isA({}, Thing), isA(thing, Thing));
}
console.log(seen.join(' '));
// expect: even0 even0 true even0 false true odd1 odd1 true odd1 false true even2 even2 true even2 false true odd3 odd3 true odd3 false true even4 even4 true even4 false true odd5 odd5 true odd5 false true

// a shape that died is made again, and objects before and after have the same keys in the same order
function three(a, b, c) { var t = {}; t.a = a; t.b = b; t.c = c; return t; }
seen = [];
for (round = 0; round < 4; round++) {
  seen.push(Object.keys(three(1, 2, round)).join(''), JSON.stringify(three(round, 0, 1)));
  gc();
}
console.log(seen.join(' '));
// expect: abc {"a":0,"b":0,"c":1} abc {"a":1,"b":0,"c":1} abc {"a":2,"b":0,"c":1} abc {"a":3,"b":0,"c":1}

// siblings die one by one, the parent's other children stay
var base = {first: 1}, kin = [];
for (k = 0; k < 20; k++) {
  var child = {first: 1};
  child['s' + k] = k;
  kin.push(child);
}
for (round = 0, seen = []; kin.length > 1; round++) {
  kin = kin.filter(function (e, i) { return i % 2 === 0; });
  child = null;
  gc();
  var again = {first: 1};
  again['s' + round] = 'again';
  seen.push(kin.map(function (e) { return Object.keys(e)[1] + e[Object.keys(e)[1]]; }).join('') + again['s' + round]);
}
console.log(seen.join(' '));
// expect: s00s22s44s66s88s1010s1212s1414s1616s1818again s00s44s88s1212s1616again s00s88s1616again s00s1616again s00again
