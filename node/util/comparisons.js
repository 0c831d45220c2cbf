// node/util/comparisons.js - deep equality, strict and loose, for assert and util.isDeepStrictEqual.
const kindOf = binding.kindOf;
const primitiveOf = binding.primitiveOf;
const itemsOf = binding.collectionItems;
const elementsName = binding.elementsName;
const sameBytes = binding.sameBytes;

const hasOwn = Object.prototype.hasOwnProperty;
const isEnumerable = Object.prototype.propertyIsEnumerable;

function enumerableSymbols(object) {
  return Object.getOwnPropertySymbols(object).filter((symbol) => isEnumerable.call(object, symbol));
}

// `pairs` holds the objects whose comparison is under way: a pair met again is taken as equal.
function sameKeys(a, b, strict, pairs) {
  const keysOf = elementsName(a) ? binding.namedKeys : Object.keys;  // elements of typed arrays were compared before
  const keys = keysOf(a);
  if (keys.length !== keysOf(b).length) return false;
  for (let i = 0; i < keys.length; i++) {
    if (!hasOwn.call(b, keys[i])) return false;
  }
  const symbols = strict ? enumerableSymbols(a) : [];
  if (strict && symbols.length !== enumerableSymbols(b).length) return false;
  for (let i = 0; i < symbols.length; i++) {
    if (!isEnumerable.call(b, symbols[i])) return false;
  }
  const all = keys.concat(symbols);
  for (let i = 0; i < all.length; i++) {
    if (!equal(a[all[i]], b[all[i]], strict, pairs)) return false;
  }
  return true;
}

function sameSets(a, b, strict, pairs) {
  if (a.size !== b.size) return false;
  const left = itemsOf(a);
  const right = itemsOf(b).filter((value) => !a.has(value));
  for (let i = 0; i < left.length; i++) {
    if (b.has(left[i])) continue;
    const found = right.findIndex((value) => equal(left[i], value, strict, pairs));
    if (found < 0) return false;
    right.splice(found, 1);
  }
  return true;
}

function sameMaps(a, b, strict, pairs) {
  if (a.size !== b.size) return false;
  const left = itemsOf(a);
  const right = itemsOf(b).filter((pair) => !a.has(pair[0]));
  for (let i = 0; i < left.length; i++) {
    const key = left[i][0];
    const value = left[i][1];
    if (b.has(key)) {
      if (!equal(value, b.get(key), strict, pairs)) return false;
      continue;
    }
    const found = right.findIndex((pair) => equal(key, pair[0], strict, pairs) && equal(value, pair[1], strict, pairs));
    if (found < 0) return false;
    right.splice(found, 1);
  }
  return true;
}

// What an object is apart from its properties.
function sameKind(a, b, kind, strict, pairs) {
  switch (kind) {
    case 'array':
      return a.length === b.length;
    case 'date':
    case 'number':
    case 'string':
    case 'boolean':
    case 'symbol':
      return Object.is(primitiveOf(a), primitiveOf(b));
    case 'regexp':
      return String(a) === String(b) && a.lastIndex === b.lastIndex;
    case 'error':
      return a.message === b.message && a.name === b.name && equal(a.cause, b.cause, strict, pairs) &&
          equal(a.errors, b.errors, strict, pairs);
    case 'function':
    case 'weakmap':
    case 'weakset':
      return false;
    case 'set':
      return sameSets(a, b, strict, pairs);
    case 'map':
      return sameMaps(a, b, strict, pairs);
    case 'arraybuffer':
    case 'dataview':
      return sameBytes(a, b);
    case 'typedarray':
      return sameElements(a, b, strict);
    default:
      return true;
  }
}

// Loosely, floats are compared as numbers: 0 and -0 are then the same, NaN is not.
function sameElements(a, b, strict) {
  if (a.length !== b.length || elementsName(a) !== elementsName(b)) return false;
  if (strict || elementsName(a).slice(0, 5) !== 'Float') return sameBytes(a, b);
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return false;
  }
  return true;
}

function compareObjects(a, b, strict, pairs) {
  const kind = kindOf(a);
  if (kind !== kindOf(b)) return false;
  if (strict && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  for (let pair = pairs; pair; pair = pair.next) {
    if (pair.a === a && pair.b === b) return true;
  }
  const inner = {a: a, b: b, next: pairs};
  return sameKind(a, b, kind, strict, inner) && sameKeys(a, b, strict, inner);
}

function isObject(value) {
  return value !== null && typeof value === 'object';
}

function equal(a, b, strict, pairs) {
  if (a === b) return a !== 0 || !strict || Object.is(a, b);
  if (strict) return isObject(a) && isObject(b) ? compareObjects(a, b, true, pairs) : a !== a && b !== b;
  if (isObject(a) && isObject(b)) return compareObjects(a, b, false, pairs);
  if (isObject(a) || isObject(b)) return false;
  return a == b || (a !== a && b !== b);
}

exports.isDeepEqual = (a, b) => equal(a, b, false, null);
exports.isDeepStrictEqual = (a, b) => equal(a, b, true, null);
