// node/cjs/package-exports.js - which file of a package a request means, by the field "exports" of its package.json.
//
// The algorithm PACKAGE_EXPORTS_RESOLVE of Node's documentation ("ECMAScript modules", resolution algorithm), with the
// conditions of require.  A target that is undefined leaves the choice to the next condition, null ends the search.
const throwError = binding.throwError;

// Not 'module-sync': its files are ECMAScript modules.
const conditions = ['node', 'require', 'node-addons', 'default'];
const ownKeys = Object.keys;
const own = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
const forbidden = /(^|\\|\/)((\.|%2e)(\.|%2e)?|(n|%6e|%4e)(o|%6f|%4f)(d|%64|%44)(e|%65|%45)(_|%5f)(m|%6d|%4d)(o|%6f|%4f)(d|%64|%44)(u|%75|%55)(l|%6c|%4c)(e|%65|%45)(s|%73|%53))(\\|\/|$)/i;

function badConfig(file, reason) {
  throwError(Error, 'ERR_INVALID_PACKAGE_CONFIG', 'Invalid package config ' + file + '. ' + reason);
}

function notExported(at) {
  const what = at.subpath === '.' ? 'No "exports" main defined' : "Package subpath '" + at.subpath + "' is not defined by \"exports\"";
  throwError(Error, 'ERR_PACKAGE_PATH_NOT_EXPORTED', what + ' in ' + at.file);
}

function badTarget(at, target) {
  const text = typeof target === 'string' ? target : JSON.stringify(target, null, '');
  const hint = typeof target === 'string' && target !== '' && !target.startsWith('./') ? '; targets must start with "./"' : '';
  const where = at.key === '.' ? 'main target ' + JSON.stringify(target) + ' defined'
                               : 'target ' + JSON.stringify(target) + " defined for '" + at.key + "'";
  throwError(Error, 'ERR_INVALID_PACKAGE_TARGET', 'Invalid "exports" ' + where + ' in the package config ' + at.file + (text === undefined ? '' : hint));
}

// ------------------------------------------------------------------------------------------------------ targets

function fileOfTarget(at, target, match, isPattern) {
  if (!target.startsWith('./') || forbidden.test(target.slice(2))) badTarget(at, target);
  if (!isPattern) return target;
  if (forbidden.test(match)) {
    throwError(TypeError, 'ERR_INVALID_MODULE_SPECIFIER', 'Invalid module "' + at.subpath + '" request is not a valid match in pattern "' +
                                                              at.key + '" for the "exports" resolution of ' + at.file);
  }
  return target.split('*').join(match);
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
  for (const condition of ownKeys(target)) {
    if (/^(0|[1-9][0-9]*)$/.test(condition)) badConfig(at.file, '"exports" cannot contain numeric property keys.');
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
function isMainAlone(exported, file) {
  if (typeof exported === 'string' || Array.isArray(exported)) return true;
  if (typeof exported !== 'object') return false;
  const names = ownKeys(exported).map((key) => key === '' || key[0] !== '.');
  if (names.some((isName) => isName !== names[0])) {
    badConfig(file, '"exports" cannot contain some keys starting with \'.\' and some not. The exports object must either be an ' +
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

function matches(key, subpath) {
  const star = key.indexOf('*');
  return star >= 0 && key.lastIndexOf('*') === star && subpath.startsWith(key.slice(0, star)) && subpath.length >= key.length &&
         subpath.endsWith(key.slice(star + 1));
}

// The file that `subpath` ('.' or './...') means, relative to the package's folder, as its package.json `file` says.
exports.resolve = function resolve(exported, subpath, file) {
  const entries = isMainAlone(exported, file) ? {'.': exported} : exported;
  const at = {subpath: subpath, key: subpath, file: file};
  if (typeof entries !== 'object') return notExported(at);
  let found, match = '';
  const exact = own(entries, subpath) && !subpath.includes('*') && !subpath.endsWith('/');
  if (!exact) {
    at.key = ownKeys(entries).filter((key) => matches(key, subpath)).reduce((best, key) => (isBetter(key, best) ? key : best), '');
    if (at.key === '') return notExported(at);
    const star = at.key.indexOf('*');
    match = subpath.slice(star, subpath.length - (at.key.length - star - 1));
  }
  found = fileOf(at, entries[at.key], match, !exact);
  return found === null || found === undefined ? notExported(at) : found;
};
