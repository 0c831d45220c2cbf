// node/fs/fs.js - the module fs: the synchronous functions on whole files and on folders.
const argumentType = binding.argumentType;
const argumentValue = binding.argumentValue;
const outOfRange = binding.outOfRange;
const throwError = binding.throwError;

const constants = {
  F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1,
  O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2,
  S_IFMT: 0xF000, S_IFREG: 0x8000, S_IFDIR: 0x4000, S_IFCHR: 0x2000, S_IFBLK: 0x6000, S_IFIFO: 0x1000, S_IFLNK: 0xA000,
  S_IFSOCK: 0xC000, COPYFILE_EXCL: 1,
};
exports.constants = constants;
exports.F_OK = constants.F_OK;
exports.R_OK = constants.R_OK;
exports.W_OK = constants.W_OK;
exports.X_OK = constants.X_OK;

// ---------------------------------------------------------------------------------------------------- arguments

function pathOf(path, name) {
  if (typeof path !== 'string') argumentType(name || 'path', 'of type string or an instance of Buffer or URL', path);
  if (path.indexOf('\0') >= 0) argumentValue(name || 'path', 'must be a string, Uint8Array, or URL without null bytes', path);
  return path;
}

// Options given as an encoding or an object.
function optionsOf(options, defaults) {
  if (options === undefined || options === null || typeof options === 'function') return defaults;
  if (typeof options === 'string') return Object.assign({}, defaults, {encoding: options});
  if (typeof options !== 'object') argumentType('options', 'one of type string or object', options);
  return Object.assign({}, defaults, options);
}

function encodingOf(encoding) {
  switch (String(encoding).toLowerCase()) {
    case 'utf8':
    case 'utf-8':
      return 'utf8';
    case 'latin1':
    case 'binary':
      return 'latin1';
    default:
      if (!require('buffer').Buffer.isEncoding(encoding)) argumentValue('encoding', 'is invalid encoding', encoding);
      return encoding;  // one that only Buffer knows
  }
}

function isDirect(encoding) {
  return encoding === 'utf8' || encoding === 'latin1';
}

function modeOf(mode, otherwise) {
  if (mode === undefined || mode === null) return otherwise;
  if (typeof mode === 'string' && !/^[0-7]+$/.test(mode)) {
    argumentValue('mode', 'must be a 32-bit unsigned integer or an octal string', mode);
  }
  const number = typeof mode === 'string' ? parseInt(mode, 8) : mode;
  if (typeof number !== 'number') argumentType('mode', 'of type number', mode);
  return number;
}

function flagOf(flag, otherwise) {
  if (flag === undefined || flag === null) return otherwise;
  if (['r', 'r+', 'w', 'wx', 'w+', 'a', 'ax', 'a+'].indexOf(flag) < 0) argumentValue('flags', 'is invalid', flag);
  return flag;
}

// A number that can be a file's; any other is no path either.
function isDescriptor(file) { return typeof file === 'number' && file === file >> 0 && file >= 0; }

// ---------------------------------------------------------------------------------------------------- files

exports.readFileSync = function readFileSync(path, options) {
  options = optionsOf(options, {flag: 'r'});
  const file = isDescriptor(path) ? path : pathOf(path);
  const flag = flagOf(options.flag, 'r');
  const encoding = options.encoding;
  if (encoding === undefined || encoding === null || encoding === 'buffer') return binding.readBytes(file, flag);
  const known = encodingOf(encoding);
  return isDirect(known) ? binding.read(file, flag, known) : binding.readBytes(file, flag).toString(known);
};

function write(path, data, options, flag) {
  options = optionsOf(options, {});
  if (typeof data !== 'string' && !ArrayBuffer.isView(data)) {
    argumentType('data', 'of type string or an instance of Buffer, TypedArray, or DataView', data);
  }
  const file = isDescriptor(path) ? path : pathOf(path);
  const encoding = encodingOf(options.encoding === undefined || options.encoding === null ? 'utf8' : options.encoding);
  if (typeof data === 'string' && !isDirect(encoding)) data = require('buffer').Buffer.from(data, encoding);
  binding.write(file, data, flagOf(options.flag, flag), modeOf(options.mode, 438), encoding);
}

exports.writeFileSync = function writeFileSync(path, data, options) {
  write(path, data, options, 'w');
};

exports.appendFileSync = function appendFileSync(path, data, options) {
  write(path, data, options, 'a');
};

exports.openSync = function openSync(path, flags, mode) {
  return binding.open(pathOf(path), flagOf(flags, 'r'), modeOf(mode, 438));
};

function checkFd(fd) {
  if (typeof fd !== 'number') argumentType('fd', 'of type number', fd);
  if (!Number.isInteger(fd)) outOfRange('fd', 'an integer', fd);
  if (fd < 0 || fd > 2147483647) outOfRange('fd', '>= 0 && <= 2147483647', fd);
}

exports.closeSync = function closeSync(fd) {
  checkFd(fd);
  binding.close(fd);
};

function checkInteger(value, name, most) {
  if (typeof value !== 'number') argumentType(name, 'of type number', value);
  if (!Number.isInteger(value)) outOfRange(name, 'an integer', value);
  if (value < 0) outOfRange(name, '>= 0', value);
  if (value > most) outOfRange(name, '<= ' + most, value);
}

// The bytes of a view that (offset, length) or ({offset, length}) choose.
function partOf(view, offset, length, mostOffset) {
  if (offset !== null && typeof offset === 'object') {
    length = offset.length;
    offset = offset.offset;
  }
  if (offset === undefined || offset === null) offset = 0;
  checkInteger(offset, 'offset', mostOffset);
  if (length === undefined || length === null) length = view.byteLength - offset;
  checkInteger(length, 'length', view.byteLength - offset);
  return new Uint8Array(view.buffer, view.byteOffset + offset, length);
}

// writeSync(fd, view[, offset[, length[, position]]]) and (fd, text[, position[, encoding]])
exports.writeSync = function writeSync(fd, data, offset, length, position) {
  checkFd(fd);
  if (ArrayBuffer.isView(data)) {
    const at = offset !== null && typeof offset === 'object' ? offset.position : position;
    return binding.writeAt(fd, partOf(data, offset, length, data.byteLength), at);
  }
  if (typeof data !== 'string') {
    argumentType('buffer', 'of type string or an instance of Buffer, TypedArray, or DataView', data);
  }
  const encoding = length === undefined || length === null ? 'utf8' : length;
  return binding.writeAt(fd, require('buffer').Buffer.from(data, encoding), offset);
};

// readSync(fd, view[, offset[, length[, position]]]) and (fd, view, {offset, length, position})
exports.readSync = function readSync(fd, view, offset, length, position) {
  checkFd(fd);
  if (!ArrayBuffer.isView(view)) argumentType('buffer', 'an instance of Buffer, TypedArray, or DataView', view);
  const at = offset !== null && typeof offset === 'object' ? offset.position : position;
  return binding.readAt(fd, partOf(view, offset, length, Infinity), at);
};

exports.existsSync = function existsSync(path) {
  return typeof path === 'string' && path.indexOf('\0') < 0 && binding.exists(path);
};

exports.accessSync = function accessSync(path, mode) {
  binding.access(pathOf(path), mode === undefined ? constants.F_OK : mode);
};

exports.unlinkSync = function unlinkSync(path) {
  binding.unlink(pathOf(path));
};

exports.renameSync = function renameSync(from, to) {
  binding.rename(pathOf(from, 'oldPath'), pathOf(to, 'newPath'));
};

exports.copyFileSync = function copyFileSync(from, to, mode) {
  binding.copy(pathOf(from, 'src'), pathOf(to, 'dest'), mode || 0);
};

exports.chmodSync = function chmodSync(path, mode) {
  binding.chmod(pathOf(path), modeOf(mode, 0));
};

exports.realpathSync = function realpathSync(path) {
  return binding.realpath(pathOf(path));
};

// ---------------------------------------------------------------------------------------------------- stat

function Stats(values) {
  const names = ['dev', 'mode', 'nlink', 'uid', 'gid', 'rdev', 'blksize', 'ino', 'size', 'blocks', 'atimeMs', 'mtimeMs',
    'ctimeMs', 'birthtimeMs'];
  for (let i = 0; i < names.length; i++) this[names[i]] = values[i];
  this.atime = new Date(Math.round(this.atimeMs));
  this.mtime = new Date(Math.round(this.mtimeMs));
  this.ctime = new Date(Math.round(this.ctimeMs));
  this.birthtime = new Date(Math.round(this.birthtimeMs));
}

function defineKind(prototype, method, kind, modeOfObject) {
  const f = function () {
    return (modeOfObject(this) & constants.S_IFMT) === kind;
  };
  Object.defineProperty(f, 'name', {value: method});
  prototype[method] = f;
}

function defineKinds(prototype, modeOfObject) {
  defineKind(prototype, 'isDirectory', constants.S_IFDIR, modeOfObject);
  defineKind(prototype, 'isFile', constants.S_IFREG, modeOfObject);
  defineKind(prototype, 'isBlockDevice', constants.S_IFBLK, modeOfObject);
  defineKind(prototype, 'isCharacterDevice', constants.S_IFCHR, modeOfObject);
  defineKind(prototype, 'isSymbolicLink', constants.S_IFLNK, modeOfObject);
  defineKind(prototype, 'isFIFO', constants.S_IFIFO, modeOfObject);
  defineKind(prototype, 'isSocket', constants.S_IFSOCK, modeOfObject);
}

defineKinds(Stats.prototype, (stats) => stats.mode);
exports.Stats = Stats;

function stat(path, options, follow) {
  const missingIsError = !options || options.throwIfNoEntry === undefined || options.throwIfNoEntry;
  const values = binding.stat(pathOf(path), follow, missingIsError);
  return values && new Stats(values);
}

exports.statSync = function statSync(path, options) {
  return stat(path, options, true);
};

exports.lstatSync = function lstatSync(path, options) {
  return stat(path, options, false);
};

// ---------------------------------------------------------------------------------------------------- folders

function Dirent(name, path, kind) {
  this.name = name;
  this.path = path;
  Object.defineProperty(this, 'kind_', {value: kind});
}

defineKinds(Dirent.prototype, (entry) => entry.kind_);
exports.Dirent = Dirent;

exports.readdirSync = function readdirSync(path, options) {
  options = optionsOf(options, {});
  const names = binding.readdir(pathOf(path));
  if (!options.withFileTypes) return names.map((pair) => pair[0]);
  return names.map((pair) => new Dirent(pair[0], path, pair[1]));
};

// Makes the missing folders of a path; the first one that was made, or undefined.
function makeFolders(path, mode) {
  const parts = path.split('/');
  let made;
  for (let i = 1; i <= parts.length; i++) {
    const folder = parts.slice(0, i).join('/');
    if (folder === '' || (binding.exists(folder) && i < parts.length)) continue;
    if (binding.exists(folder) && exports.statSync(folder).isDirectory()) continue;
    binding.mkdir(folder, mode);
    if (made === undefined) made = require('path').resolve(folder);
  }
  return made;
}

exports.mkdirSync = function mkdirSync(path, options) {
  const recursive = options !== null && typeof options === 'object' && Boolean(options.recursive);
  const mode = modeOf(options !== null && typeof options === 'object' ? options.mode : options, 511);
  pathOf(path);
  if (recursive) return makeFolders(path, mode);
  binding.mkdir(path, mode);
  return undefined;
};

exports.mkdtempSync = function mkdtempSync(prefix) {
  return binding.mkdtemp(pathOf(prefix, 'prefix') + 'XXXXXX');
};

exports.rmdirSync = function rmdirSync(path) {
  binding.rmdir(pathOf(path));
};

function removeTree(path) {
  if (!exports.lstatSync(path).isDirectory()) {
    binding.unlink(path);
    return;
  }
  binding.readdir(path).forEach((pair) => removeTree(path + '/' + pair[0]));
  binding.rmdir(path);
}

exports.rmSync = function rmSync(path, options) {
  options = optionsOf(options, {});
  const stats = exports.lstatSync(pathOf(path), {throwIfNoEntry: !options.force});
  if (stats === undefined) return;
  if (stats.isDirectory() && !options.recursive) {
    throwError(Error, 'ERR_FS_EISDIR', 'Path is a directory: rm returned EISDIR (is a directory) ' + path);
  }
  removeTree(path);
};
