// node/path/path.js - the module path (POSIX form).
const argumentType = binding.argumentType;

const SLASH = 47;

function requireString(value, name) {
  if (typeof value !== 'string') argumentType(name, 'of type string', value);
}

// The parts of a path without '.' and with '..' resolved; leading '..' stay when `keepParents`.
function resolveParts(path, keepParents) {
  const kept = [];
  const parts = path.split('/');
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (part === '' || part === '.') continue;
    if (part === '..' && kept.length > 0 && kept[kept.length - 1] !== '..') kept.pop();
    else if (part !== '..' || keepParents) kept.push(part);
  }
  return kept.join('/');
}

function resolve() {
  let path = '';
  let absolute = false;
  for (let i = arguments.length - 1; i >= -1 && !absolute; i--) {
    const part = i >= 0 ? arguments[i] : process.cwd();
    requireString(part, 'paths[' + i + ']');
    if (part.length === 0) continue;
    path = part + '/' + path;
    absolute = part.charCodeAt(0) === SLASH;
  }
  path = resolveParts(path, !absolute);
  if (absolute) return '/' + path;
  return path.length > 0 ? path : '.';
}

function normalize(path) {
  requireString(path, 'path');
  if (path.length === 0) return '.';
  const absolute = path.charCodeAt(0) === SLASH;
  const trailing = path.charCodeAt(path.length - 1) === SLASH;
  let result = resolveParts(path, !absolute);
  if (result.length === 0) {
    if (absolute) return '/';
    return trailing ? './' : '.';
  }
  if (trailing) result += '/';
  return absolute ? '/' + result : result;
}

function isAbsolute(path) {
  requireString(path, 'path');
  return path.length > 0 && path.charCodeAt(0) === SLASH;
}

function join() {
  let joined;
  for (let i = 0; i < arguments.length; i++) {
    const part = arguments[i];
    requireString(part, 'path');
    if (part.length > 0) joined = joined === undefined ? part : joined + '/' + part;
  }
  return joined === undefined ? '.' : normalize(joined);
}

function relative(from, to) {
  requireString(from, 'from');
  requireString(to, 'to');
  from = resolve(from);
  to = resolve(to);
  if (from === to) return '';
  const a = from === '/' ? [] : from.slice(1).split('/');
  const b = to === '/' ? [] : to.slice(1).split('/');
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common++;
  const up = [];
  for (let i = common; i < a.length; i++) up.push('..');
  return up.concat(b.slice(common)).join('/');
}

// Where the last part of `path` begins and ends, trailing slashes left out.
function lastPart(path) {
  let end = path.length;
  while (end > 0 && path.charCodeAt(end - 1) === SLASH) end--;
  let start = end;
  while (start > 0 && path.charCodeAt(start - 1) !== SLASH) start--;
  return {start: start, end: end};
}

function dirname(path) {
  requireString(path, 'path');
  if (path.length === 0) return '.';
  const rooted = path.charCodeAt(0) === SLASH;
  const slash = lastPart(path).start - 1;
  if (slash < 0) return rooted ? '/' : '.';
  if (slash === 0) return '/';
  return slash === 1 && rooted ? '//' : path.slice(0, slash);
}

function basename(path, suffix) {
  if (suffix !== undefined) requireString(suffix, 'suffix');
  requireString(path, 'path');
  const part = lastPart(path);
  const name = path.slice(part.start, part.end);
  if (suffix === undefined || suffix.length === 0) return name;
  if (suffix === path) return '';
  const cut = name.length - suffix.length;
  return cut > 0 && name.slice(cut) === suffix ? name.slice(0, cut) : name;
}

function extension(name) {
  const dot = name.lastIndexOf('.');
  return dot <= 0 || name === '..' ? '' : name.slice(dot);
}

function extname(path) {
  requireString(path, 'path');
  return extension(basename(path));
}

function parse(path) {
  requireString(path, 'path');
  const result = {root: '', dir: '', base: '', ext: '', name: ''};
  if (path.length === 0) return result;
  if (path.charCodeAt(0) === SLASH) result.root = '/';
  const part = lastPart(path);
  result.base = path.slice(part.start, part.end);
  result.ext = extension(result.base);
  result.name = result.base.slice(0, result.base.length - result.ext.length);
  if (part.start > 1) result.dir = path.slice(0, part.start - 1);
  else if (result.root) result.dir = '/';
  return result;
}

function format(pathObject) {
  if (pathObject === null || typeof pathObject !== 'object') argumentType('pathObject', 'of type object', pathObject);
  const dir = pathObject.dir || pathObject.root;
  let ext = pathObject.ext || '';
  if (ext && ext[0] !== '.') ext = '.' + ext;
  const base = pathObject.base || (pathObject.name || '') + ext;
  if (!dir) return base;
  return dir === pathObject.root ? dir + base : dir + '/' + base;
}

function toNamespacedPath(path) {
  return path;
}

const path = module.exports = {
  resolve: resolve,
  normalize: normalize,
  isAbsolute: isAbsolute,
  join: join,
  relative: relative,
  toNamespacedPath: toNamespacedPath,
  dirname: dirname,
  basename: basename,
  extname: extname,
  format: format,
  parse: parse,
  sep: '/',
  delimiter: ':',
  posix: null,
};
path.posix = path;
