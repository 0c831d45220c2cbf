// node/cjs/package-exports.js - which file a request means by the fields "exports" and "imports" of a package.json.
//
// The algorithms PACKAGE_EXPORTS_RESOLVE and PACKAGE_IMPORTS_RESOLVE of Node's documentation ("ECMAScript modules",
// resolution algorithm), with the conditions of require.  A target that is undefined leaves the choice to the next
// condition, null ends the search.
//
// `at` says what is sought, for targets and errors alike:
//   field  'exports' or 'imports'             name  './sub' (or '.'), or '#name'
//   file   the package.json                   key   the key that `name` has matched: itself, or a pattern
//   base   the file that asked, or undefined; only requests that came by "imports" name it
const throwError = binding.throwError;

// Not 'module-sync': its files are ECMAScript modules.
const conditions = ['node', 'require', 'node-addons', 'default'];
const ownKeys = Object.keys;
const own = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
const forbidden = /(^|\\|\/)((\.|%2e)(\.|%2e)?|(n|%6e|%4e)(o|%6f|%4f)(d|%64|%44)(e|%65|%45)(_|%5f)(m|%6d|%4d)(o|%6f|%4f)(d|%64|%44)(u|%75|%55)(l|%6c|%4c)(e|%65|%45)(s|%73|%53))(\\|\/|$)/i;

const askedBy = (at) => (at.base ? ' imported from ' + at.base : '');

function badConfig(at, reason) {
  const asked = at.base ? ' while importing file://' + at.base : '';
  throwError(Error, 'ERR_INVALID_PACKAGE_CONFIG', 'Invalid package config ' + at.file + asked + '. "exports" ' + reason);
}

function badSpecifier(at, name, reason) {
  throwError(TypeError, 'ERR_INVALID_MODULE_SPECIFIER', 'Invalid module "' + name + '" ' + reason + askedBy(at));
}

function notDefined(at) {
  if (at.field === 'imports') {
    throwError(TypeError, 'ERR_PACKAGE_IMPORT_NOT_DEFINED',
               'Package import specifier "' + at.name + '" is not defined in package ' + at.file + askedBy(at));
  }
  const what = at.name === '.' ? 'No "exports" main defined' : "Package subpath '" + at.name + "' is not defined by \"exports\"";
  throwError(Error, 'ERR_PACKAGE_PATH_NOT_EXPORTED', what + ' in ' + at.file + askedBy(at));
}

function badTarget(at, target) {
  const text = JSON.stringify(String(target));
  const where = at.key === '.' ? 'main target ' + text + ' defined' : 'target ' + text + " defined for '" + at.key + "'";
  const mayHint = at.field === 'exports' && typeof target === 'string' && target !== '' && !target.startsWith('./');
  throwError(Error, 'ERR_INVALID_PACKAGE_TARGET', 'Invalid "' + at.field + '" ' + where + ' in the package config ' + at.file +
                                                      askedBy(at) + (mayHint ? '; targets must start with "./"' : ''));
}

// ------------------------------------------------------------------------------------------------------ targets

// "imports" may name another package: anything that is neither a path nor a URL.
function isPackage(at, target) {
  return at.field === 'imports' && !/^(\.?\.?\/|[a-z][a-z0-9+.-]*:)/i.test(target);
}

function checkPackageName(at, request) {
  const name = /^(@[^\/]*\/)?[^\/]*/.exec(request)[0];
  if (/^\.|%|\\/.test(name) || (name[0] === '@' && !name.includes('/'))) {
    badSpecifier({base: at.file}, request, 'is not a valid package name');
  }
  return request;
}

// Files are named as in a URL.
function decodePath(at, path) {
  if (/%2f|%5c/i.test(path)) {
    badSpecifier(at, 'file://' + at.file.replace(/[^\/]*$/, '') + path.slice(2), 'must not include encoded "/" or "\\" characters');
  }
  return decodeURIComponent(path.replace(/[?#].*$/, ''));
}

function fileOfTarget(at, target, match, isPattern) {
  const fill = (text) => (isPattern ? text.split('*').join(match) : text);
  if (isPackage(at, target)) return checkPackageName(at, fill(target));
  if (!target.startsWith('./') || forbidden.test(target.slice(2))) badTarget(at, target);
  if (isPattern && forbidden.test(match)) {
    badSpecifier(at, at.name, 'request is not a valid match in pattern "' + at.key + '" for the "' + at.field + '" resolution of ' + at.file);
  }
  return decodePath(at, fill(target));
}

// The first alternative that is valid and there; what is wrong with the last one, if none is.
function fileOfList(at, list, match, isPattern) {
  let error = null, found = null;
  for (const target of list) {
    try {
      found = fileOf(at, target, match, isPattern);
    } catch (e) {
      if (e.code !== 'ERR_INVALID_PACKAGE_TARGET') throw e;
      error = e;
      continue;
    }
    if (found) return found;
    if (found === null) error = null;
  }
  if (error) throw error;
  return found;
}

function fileOfConditions(at, target, match, isPattern) {
  const names = ownKeys(target);
  if (names.some((name) => /^(0|[1-9][0-9]*)$/.test(name))) badConfig(at, 'cannot contain numeric property keys.');
  for (const condition of names) {
    if (!conditions.includes(condition)) continue;
    const found = fileOf(at, target[condition], match, isPattern);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fileOf(at, target, match, isPattern) {
  if (typeof target === 'string') return fileOfTarget(at, target, match, isPattern);
  if (Array.isArray(target)) return fileOfList(at, target, match, isPattern);
  if (target === null) return null;
  if (typeof target === 'object') return fileOfConditions(at, target, match, isPattern);
  return badTarget(at, target);
}

// ------------------------------------------------------------------------------------------------------ keys

// "exports" that names the main entry alone, without the key ".".
function isMainAlone(at, exported) {
  if (typeof exported === 'string' || Array.isArray(exported)) return true;
  if (typeof exported !== 'object') return false;
  const names = ownKeys(exported).map((key) => key === '' || key[0] !== '.');
  if (names.some((isName) => isName !== names[0])) {
    badConfig(at, 'cannot contain some keys starting with \'.\' and some not. The exports object must either be an ' +
                    'object of package subpath keys or an object of main entry condition name keys only.');
  }
  return names[0] === true;
}

// The longer the part before the star, the better; then the longer key.
function isBetter(key, other) {
  if (other === '') return true;
  const star = key.indexOf('*'), otherStar = other.indexOf('*');
  return star !== otherStar ? star > otherStar : key.length > other.length;
}

function matches(key, name) {
  const star = key.indexOf('*');
  return star >= 0 && key.lastIndexOf('*') === star && name.startsWith(key.slice(0, star)) && name.length >= key.length &&
         name.endsWith(key.slice(star + 1));
}

// What `entries` say of at.name: by itself, or by the best pattern.
function lookUp(at, entries) {
  const name = at.name, exact = own(entries, name) && !name.includes('*') && !name.endsWith('/');
  let match = '';
  at.key = exact ? name : ownKeys(entries).filter((key) => matches(key, name)).reduce((best, key) => (isBetter(key, best) ? key : best), '');
  if (at.key === '') return notDefined(at);
  if (!exact) {
    const star = at.key.indexOf('*');
    match = name.slice(star, name.length - (at.key.length - star - 1));
  }
  const found = fileOf(at, entries[at.key], match, !exact);
  return found === null || found === undefined ? notDefined(at) : found;
}

// The file that `subpath` ('.' or './...') means, relative to the package's folder, as its package.json `file` says.
exports.resolveExports = function resolveExports(exported, subpath, file, base) {
  const at = {field: 'exports', name: subpath, key: subpath, file: file, base: base};
  const entries = isMainAlone(at, exported) ? {'.': exported} : exported;
  return typeof entries === 'object' ? lookUp(at, entries) : notDefined(at);
};

// The file './...' of the package itself that '#name' means, or a request for another package.
exports.resolveImports = function resolveImports(imports, name, file, base) {
  const at = {field: 'imports', name: name, key: name, file: file, base: base};
  if (name === '#' || name.startsWith('#/') || name.endsWith('/')) badSpecifier(at, name, 'is not a valid internal imports specifier name');
  return lookUp(at, imports);
};
