// All arrays that a literal of constants makes begin with the same elements; whatever changes one leaves the others alone.
function numbers() { return [5, 3, 8, 1]; }
function texts() { return ['b', 'a', 'c']; }
function holes() { return [1, , 3, , 5]; }
function mixed() { return [null, 1.5, 'x', true, undefined]; }
const makers = [numbers, texts, holes, mixed];

const changes = {
  index(a) { a[1] = 'new'; },
  first(a) { a[0] = a[a.length - 1]; },
  own(a) { a[1] = {own: a}; a[1].own = 0; },
  beyond(a) { a[a.length] = 'end'; },
  far(a) { a[a.length + 5] = 'far'; },
  sparse(a) { a[5000] = 'sparse'; },
  push(a) { a.push('pushed'); },
  pushMany(a) { a.push(1, 2, 3); },
  pushNothing(a) { a.push(); a[0] = 9; },
  pop(a) { a.pop(); },
  popPush(a) { a.pop(); a.push('again'); },
  shift(a) { a.shift(); },
  unshift(a) { a.unshift('front'); },
  splice(a) { a.splice(1, 1); },
  spliceIn(a) { a.splice(1, 0, 'in', 'side'); },
  spliceOver(a) { a.splice(1, 2, 'o', 'ver'); },
  reverse(a) { a.reverse(); },
  sort(a) { a.sort(); },
  sortBy(a) { a.sort(function (x, y) { return String(x) < String(y) ? 1 : -1; }); },
  fill(a) { a.fill(0); },
  fillPart(a) { a.fill('f', 1, 2); },
  copyWithin(a) { a.copyWithin(0, 1); },
  shorter(a) { a.length = 2; },
  empty(a) { a.length = 0; },
  emptyAndPush(a) { a.length = 0; a.push('one'); },
  longer(a) { a.length = 10; a[1] = 'l'; },
  deletes(a) { delete a[0]; },
  define(a) { Object.defineProperty(a, 0, {value: 'defined'}); },
  defineFull(a) { Object.defineProperty(a, 0, {value: 'full', writable: true, enumerable: true, configurable: true}); },
  getter(a) { Object.defineProperty(a, 0, {get: function () { return 'got'; }}); },
  freeze(a) { Object.freeze(a); a[0] = 'no'; },
  seal(a) { Object.seal(a); a[0] = 'sealed'; },
  prevent(a) { Object.preventExtensions(a); a[0] = 'kept'; a[9] = 'no'; },
  named(a) { a.name = 'named'; a[0] = 1; },
  increment(a) { a[0]++; a[1] += 'z'; },
  forEach(a) { a.forEach(function (v, i, all) { all[i] = i; }); },
  map(a) { a.constructor = {}; a.constructor[Symbol.species] = function () { return numbers(); }; const made = a.map(String); a.length = 1; a[0] = made.join(); delete a.constructor; },
  reflect(a) { Reflect.set(a, 0, 'reflected'); Reflect.deleteProperty(a, 1); },
  assign(a) { Object.assign(a, ['assigned']); },
  prototypeOf(a) { const o = Object.create(a); o[0] = 'o'; Array.prototype.push.call(a, o[0]); },
  swap(a) { const t = a[0]; a[0] = a[1]; a[1] = t; },
  join(a) { a[0] = a.join('-'); },
  concat(a) { const b = a.concat(numbers()); b[0] = 'b'; a[1] = b.length; },
  slice(a) { const b = a.slice(); b[0] = 'b'; b.push(1); a[1] = b[0]; },
  spread(a) { const b = [...a]; b[0] = 'b'; a[1] = b.length; },
  from(a) { const b = Array.from(a); b[0] = 'b'; a[1] = b.length; },
};

const show = a => JSON.stringify(Array.prototype.slice.call(a)) + a.length + ' ' + Object.keys(a).length + (a.name || '');
for (const name of Object.keys(changes)) {
  const line = [];
  for (const make of makers) {
    const before = make(), kept = show(before), changed = make();
    let text;
    for (let i = 0; i < 4; i++) { const a = make(); changes[name](a); text = show(a); }
    changes[name](changed);
    if (show(changed) !== text) line.push('? ' + show(changed));
    if (show(before) !== kept || show(make()) !== kept) line.push('CHANGED ' + show(before) + ' ' + show(make()));
    line.push(text);
  }
  console.log(name, line.join(' '));
}

// In loops, where functions are compiled.
function count(times) {
  let sum = 0;
  for (let i = 0; i < times; i++) {
    const a = [1, 2, 3, 4], b = [10, 20];
    a[i & 3] = i;
    b.push(a[0]);
    sum += a[0] + a[1] + a[2] + a[3] + b[2] + b.length;
  }
  return sum;
}
console.log(count(500), count(5));

// Elements outlive the function that they came from.
let lists = [];
for (let i = 0; i < 50; i++) lists.push(new Function('return [' + i + ', "text ' + i + '", ' + (i + 0.5) + '];')());
if (typeof gc === 'function') gc();
console.log(lists.map(function (l) { return l.join(); }).join(' '));
lists.forEach(function (l, i) { l[0] = l; l[1] = {i: i}; });
console.log(lists.every(function (l, i) { return l[0] === l && l[1].i === i && l[2] === i + 0.5; }));
// stress-every: 23
