// node/perf_hooks/perf-hooks.js - the module perf_hooks: performance with its user timings, and PerformanceObserver.
//
//   mark, measure, collections, timerified calls -> enqueue -> the observers' buffers -> (setImmediate) their callbacks
//
// Times are milliseconds since performance.timeOrigin.
const argumentType = binding.argumentType;
const argumentValue = binding.argumentValue;
const throwError = binding.throwError;
const inspect = binding.inspect;
const now = binding.now;
const later = require('timers').setImmediate;

const customInspect = Symbol.for('nodejs.util.inspect.custom');
const MILESTONES = ['environment', 'bootstrapComplete', 'loopStart', 'loopExit'];  // as milestones() gives them
const START = ['nodeStart', 'v8Start'];  // both are timeOrigin
const OBSERVABLE = ['function', 'gc', 'mark', 'measure'];

function isMilestone(name) {
  return MILESTONES.indexOf(name) >= 0 || START.indexOf(name) >= 0;
}

function missing(name) {
  throwError(TypeError, 'ERR_MISSING_ARGS', 'The "' + name + '" argument must be specified');
}

function illegalConstructor() {
  throwError(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
}

function throwCalled(constructor) {
  throw new TypeError('Class constructor ' + constructor.name + " cannot be invoked without 'new'");
}

function requireObject(value, name) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) argumentType(name, 'of type object', value);
}

function domException(name, code, message) {
  const error = new Error(message);
  Object.defineProperty(error, 'name', {value: name, writable: true, configurable: true});
  error.code = code;
  return error;
}

// "Name { ... }" with what toJSON gives; `content` may be given instead.
function inspectAs(object, depth, options, content) {
  if (depth < 0) return options.stylize('[' + object.constructor.name + ']', 'special');
  const unlimited = options.depth === null || options.depth === undefined;
  const inner = Object.assign({}, options, {depth: unlimited ? null : options.depth - 1});
  return object.constructor.name + ' ' + inspect(content, inner);
}

function hide(object, name, value) {
  Object.defineProperty(object, name, {value: value, writable: true, configurable: true});
}

function tag(constructor) {
  Object.defineProperty(constructor.prototype, Symbol.toStringTag, {value: constructor.name, configurable: true});
}

function extend(constructor, parent) {
  Object.setPrototypeOf(constructor, parent);
  constructor.prototype = Object.create(parent.prototype);
  hide(constructor.prototype, 'constructor', constructor);
}

// ------------------------------------------------------------------------------------------------------ entries

const entryData = new WeakMap();

function PerformanceEntry() {
  illegalConstructor();
}

function getter(prototype, name) {
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: true,
    get: function () {
      const data = entryData.get(this);
      return data === undefined ? undefined : data[name];
    },
  });
}

['name', 'entryType', 'startTime', 'duration'].forEach((name) => getter(PerformanceEntry.prototype, name));
PerformanceEntry.prototype.toJSON = function toJSON() {
  return {name: this.name, entryType: this.entryType, startTime: this.startTime, duration: this.duration};
};
hide(PerformanceEntry.prototype, customInspect, function (depth, options) {
  return inspectAs(this, depth, options, this.toJSON());
});

function initialize(entry, name, type, start, duration, detail) {
  entryData.set(entry, {name: name, entryType: type, startTime: start, duration: duration, detail: detail});
  return entry;
}

function withDetail(constructor) {
  extend(constructor, PerformanceEntry);
  getter(constructor.prototype, 'detail');
  hide(constructor.prototype, 'toJSON', function toJSON() {
    return Object.assign(PerformanceEntry.prototype.toJSON.call(this), {detail: this.detail});
  });
}

// What Node itself measures: collections, timerified functions.
function PerformanceNodeEntry() {
  illegalConstructor();
}
withDetail(PerformanceNodeEntry);

function PerformanceMark(name) {
  const options = arguments[1];
  if (new.target === undefined) throwCalled(PerformanceMark);
  if (arguments.length === 0) missing('name');
  name = '' + name;
  if (isMilestone(name)) argumentValue('name', 'is invalid', name);
  let start, detail = null;
  if (options !== undefined && options !== null) {
    requireObject(options, 'options');
    start = options.startTime;
    if (options.detail !== undefined) detail = options.detail;
  }
  if (start === undefined) start = now();
  if (typeof start !== 'number') argumentType('startTime', 'of type number', start);
  requireTimestamp(start);
  initialize(this, name, 'mark', start, 0, detail);
}
withDetail(PerformanceMark);
tag(PerformanceMark);

function PerformanceMeasure() {
  illegalConstructor();
}
withDetail(PerformanceMeasure);
tag(PerformanceMeasure);

function nodeEntry(name, type, start, duration, detail) {
  return initialize(Object.create(PerformanceNodeEntry.prototype), name, type, start, duration, detail);
}

// ------------------------------------------------------------------------------------------------------ observers

const observers = new Set();
const pending = new Set();
const observerData = new WeakMap();  // callback, buffer, types (a Set), mode: undefined, 'single' or 'multiple'
let dispatchQueued = false;

function dispatch() {
  dispatchQueued = false;
  const due = [...pending];
  pending.clear();
  due.forEach((observer) => {
    const data = observerData.get(observer);
    data.callback.call(observer, new PerformanceObserverEntryList(LIST, observer.takeRecords()), observer);
  });
}

function queueDispatch(observer) {
  pending.add(observer);
  if (dispatchQueued) return;
  dispatchQueued = true;
  later(dispatch);
}

function enqueue(entry) {
  observers.forEach((observer) => {
    const data = observerData.get(observer);
    if (!data.types.has(entry.entryType)) return;
    data.buffer.push(entry);
    queueDispatch(observer);
  });
}

function onCollections() {
  const records = binding.takeCollections();
  for (let i = 0; i < records.length; i += 4) {
    enqueue(nodeEntry('gc', 'gc', records[i + 2], records[i + 3], {kind: records[i], flags: records[i + 1]}));
  }
}

// Collections are watched while an observer wants them.
function watchCollections() {
  let wanted = false;
  observers.forEach((observer) => {
    if (observerData.get(observer).types.has('gc')) wanted = true;
  });
  binding.watchCollections(wanted ? onCollections : undefined);
}

const LIST = {};  // makes the constructor legal
const listEntries = new WeakMap();

function PerformanceObserverEntryList() {
  if (arguments[0] !== LIST) illegalConstructor();
  listEntries.set(this, byTime(arguments[1]));
}

function byTime(entries) {
  return entries.sort((a, b) => a.startTime - b.startTime);
}

function select(entries, name, type) {
  const fits = (wanted, value) => wanted === undefined || wanted === value;
  return entries.filter((entry) => fits(name, entry.name) && fits(type, entry.entryType));
}

PerformanceObserverEntryList.prototype.getEntries = function getEntries() {
  return listEntries.get(this).slice();
};
PerformanceObserverEntryList.prototype.getEntriesByType = function getEntriesByType(type) {
  if (arguments.length === 0) missing('type');
  return select(listEntries.get(this), undefined, '' + type);
};
PerformanceObserverEntryList.prototype.getEntriesByName = function getEntriesByName(name, type) {
  if (arguments.length === 0) missing('name');
  return select(listEntries.get(this), '' + name, type === undefined || type === null ? undefined : '' + type);
};
hide(PerformanceObserverEntryList.prototype, customInspect, function (depth, options) {
  return inspectAs(this, depth, options, listEntries.get(this));
});
tag(PerformanceObserverEntryList);

function PerformanceObserver(callback) {
  if (new.target === undefined) throwCalled(PerformanceObserver);
  if (typeof callback !== 'function') argumentType('callback', 'of type function', callback);
  observerData.set(this, {callback: callback, buffer: [], types: new Set(), mode: undefined});
}

function setMode(data, mode) {
  if (data.mode !== undefined && data.mode !== mode) {
    const what = mode === 'multiple' ? 'multiple observations' : 'single observation';
    throw domException('InvalidModificationError', 13, 'PerformanceObserver can not change to ' + what);
  }
  data.mode = mode;
}

function observeMany(data, types) {
  setMode(data, 'multiple');
  if (!Array.isArray(types)) argumentType('options.entryTypes', 'string[]', types);
  data.types.clear();
  types.forEach((type) => {
    if (OBSERVABLE.indexOf(type) >= 0) data.types.add(type);
  });
}

function observeOne(observer, data, type, buffered) {
  setMode(data, 'single');
  if (OBSERVABLE.indexOf(type) < 0) return;
  data.types.add(type);
  if (!buffered) return;
  data.buffer = data.buffer.concat(byTime(select(timeline(), undefined, type)));
  if (data.buffer.length > 0) queueDispatch(observer);
}

PerformanceObserver.prototype.observe = function observe(options) {
  if (options === undefined) options = {};
  requireObject(options, 'options');
  const data = observerData.get(this), types = options.entryTypes, type = options.type;
  const several = types !== undefined && types !== null, one = type !== undefined && type !== null;
  if (!several && !one) {
    const names = '"options.entryTypes" and "options.type"';
    throwError(TypeError, 'ERR_MISSING_ARGS', 'The ' + names + ' arguments must be specified');
  }
  if (several && one) {
    argumentValue('options.entryTypes', 'options.entryTypes can not set with options.type together', types);
  }
  if (several) observeMany(data, types);
  else observeOne(this, data, type, options.buffered);
  if (data.types.size === 0) return this.disconnect();
  observers.add(this);
  watchCollections();
};

PerformanceObserver.prototype.disconnect = function disconnect() {
  const data = observerData.get(this);
  observers.delete(this);
  pending.delete(this);
  data.buffer = [];
  data.types.clear();
  data.mode = undefined;
  watchCollections();
};

PerformanceObserver.prototype.takeRecords = function takeRecords() {
  const data = observerData.get(this), entries = data.buffer;
  data.buffer = [];
  return entries;
};

hide(PerformanceObserver.prototype, customInspect, function (depth, options) {
  const data = observerData.get(this);
  return inspectAs(this, depth, options, {
    connected: observers.has(this), pending: pending.has(this), entryTypes: [...data.types], buffer: data.buffer,
  });
});
Object.defineProperty(PerformanceObserver, 'supportedEntryTypes', {configurable: true, get: () => OBSERVABLE.slice()});
tag(PerformanceObserver);

// ------------------------------------------------------------------------------------------------- milestones of Node

function milestone(index) {
  const time = binding.milestones()[index];
  return time === 0 ? -1 : time;
}

function PerformanceNodeTiming() {
  illegalConstructor();
}
extend(PerformanceNodeTiming, PerformanceEntry);

const nodeTiming = Object.create(PerformanceNodeTiming.prototype);
function timing(name, read) {
  Object.defineProperty(nodeTiming, name, {configurable: true, enumerable: true, get: read});
}
timing('name', () => 'node');
timing('entryType', () => 'node');
timing('startTime', () => 0);
timing('duration', now);
START.forEach((name) => timing(name, () => 0));
MILESTONES.forEach((name, index) => timing(name, () => milestone(index)));
timing('idleTime', () => binding.milestones()[MILESTONES.length]);
hide(PerformanceNodeTiming.prototype, 'toJSON', function toJSON() {
  return Object.assign({}, this);
});

// ------------------------------------------------------------------------------------------------------ performance

let marks = [], measures = [];
let markTimes = new Map();  // of the last mark of each name

function timeline() {
  return marks.concat(measures);
}

function requireTimestamp(time) {
  if (time < 0) throwError(TypeError, 'ERR_PERFORMANCE_INVALID_TIMESTAMP', time + ' is not a valid timestamp');
}

// The time that a mark's name, a milestone's name or a number means.
function timeOf(mark) {
  if (typeof mark === 'number') {
    requireTimestamp(mark);
    return mark;
  }
  const name = '' + mark;
  if (isMilestone(name)) return nodeTiming[name];
  const time = markTimes.get(name);
  if (time === undefined) throw domException('SyntaxError', 12, 'The "' + name + '" performance mark has not been set');
  return time;
}

function invalidMeasure(message) {
  throwError(TypeError, 'ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS', message);
}

function requireMeasureOptions(options, endMark) {
  if (endMark !== undefined) invalidMeasure('endMark must not be specified');
  if (options.start !== undefined && options.end !== undefined && options.duration !== undefined) {
    invalidMeasure('Must not have options.start, options.end, and options.duration specified');
  }
}

function measureEnd(options, endMark) {
  if (endMark !== undefined) return timeOf(endMark);
  if (options.end !== undefined) return timeOf(options.end);
  if (options.start !== undefined && options.duration !== undefined) {
    return timeOf(options.start) + timeOf(options.duration);
  }
  return now();
}

function measureStart(start, options, end) {
  if (typeof start === 'string') return timeOf(start);
  if (options.start !== undefined) return timeOf(options.start);
  if (options.duration !== undefined && options.end !== undefined) return end - timeOf(options.duration);
  return 0;
}

function Performance() {
  illegalConstructor();
}

const performance = Object.create(Performance.prototype);

// f called with an object that is a performance; `length` arguments are expected.
function method(f, length) {
  function checked(...args) {
    if (!(this instanceof Performance)) argumentType('this', 'an instance of Performance', this);
    return f.apply(this, args);
  }
  Object.defineProperty(checked, 'name', {value: f.name, configurable: true});
  Object.defineProperty(checked, 'length', {value: length === undefined ? f.length : length, configurable: true});
  Performance.prototype[f.name] = checked;
}

method(now);

method(function mark(name, options) {
  const entry = arguments.length === 0 ? new PerformanceMark() : new PerformanceMark(name, options);
  marks.push(entry);
  markTimes.set(entry.name, entry.startTime);
  enqueue(entry);
  return entry;
}, 1);

method(function measure(name, startOrOptions, endMark) {
  if (arguments.length === 0) missing('name');
  if (typeof name !== 'string') argumentType('name', 'of type string', name);
  const isOptions = startOrOptions !== null && typeof startOrOptions === 'object';
  const options = isOptions ? startOrOptions : {};
  if (Object.keys(options).length > 0) requireMeasureOptions(options, endMark);
  const end = measureEnd(options, endMark);
  const start = measureStart(startOrOptions, options, end);
  const detail = options.detail === undefined ? null : options.detail;
  const entry = initialize(Object.create(PerformanceMeasure.prototype), name, 'measure', start, end - start, detail);
  measures.push(entry);
  enqueue(entry);
  return entry;
}, 1);

method(function clearMarks(name) {
  if (name === undefined) {
    marks = [];
    markTimes = new Map();
    return;
  }
  name = '' + name;
  marks = marks.filter((entry) => entry.name !== name);
  markTimes.delete(name);
});

method(function clearMeasures(name) {
  measures = name === undefined ? [] : measures.filter((entry) => entry.name !== '' + name);
});

method(function getEntries() {
  return byTime(timeline());
});

method(function getEntriesByName(name, type) {
  if (arguments.length === 0) missing('name');
  return byTime(select(timeline(), '' + name, type));
});

method(function getEntriesByType(type) {
  if (arguments.length === 0) missing('type');
  return byTime(select(timeline(), undefined, '' + type));
});

// The share of time that the event loop was busy: since it began, since an earlier result, or between two results.
method(function eventLoopUtilization(last, earlier) {
  const start = nodeTiming.loopStart;
  if (start <= 0) return {idle: 0, active: 0, utilization: 0};
  let idle = nodeTiming.idleTime, active = now() - start - idle;
  if (earlier) {
    idle = last.idle - earlier.idle;
    active = last.active - earlier.active;
  } else if (last) {
    idle -= last.idle;
    active -= last.active;
  }
  return {idle: idle, active: active, utilization: active / (idle + active)};
});

// A function that does the same and tells observers of 'function' how long each call took.
method(function timerify(f) {
  if (typeof f !== 'function') argumentType('fn', 'of type function', f);
  function timerified(...args) {
    const start = now();
    const target = new.target === timerified ? f : new.target;
    const result = target ? Reflect.construct(f, args, target) : f.apply(this, args);
    const entry = nodeEntry(f.name, 'function', start, now() - start, args);
    args.forEach((value, i) => {
      entry[i] = value;
    });
    enqueue(entry);
    return result;
  }
  Object.defineProperty(timerified, 'length', {value: f.length});
  Object.defineProperty(timerified, 'name', {value: 'timerified ' + f.name});
  return timerified;
});

method(function toJSON() {
  return {nodeTiming: nodeTiming, timeOrigin: this.timeOrigin, eventLoopUtilization: this.eventLoopUtilization()};
});

const timeOrigin = binding.timeOrigin();
Object.defineProperty(Performance.prototype, 'timeOrigin', {
  configurable: true,
  enumerable: true,
  get: () => timeOrigin,
});
Performance.prototype.nodeTiming = nodeTiming;
hide(Performance.prototype, customInspect, function (depth, options) {
  return inspectAs(this, depth, options, {nodeTiming: nodeTiming, timeOrigin: timeOrigin});
});
tag(Performance);

exports.Performance = Performance;
exports.PerformanceEntry = PerformanceEntry;
exports.PerformanceMark = PerformanceMark;
exports.PerformanceMeasure = PerformanceMeasure;
exports.PerformanceObserver = PerformanceObserver;
exports.PerformanceObserverEntryList = PerformanceObserverEntryList;
exports.performance = performance;
exports.constants = {
  NODE_PERFORMANCE_GC_MAJOR: 4,
  NODE_PERFORMANCE_GC_MINOR: 1,
  NODE_PERFORMANCE_GC_INCREMENTAL: 8,
  NODE_PERFORMANCE_GC_WEAKCB: 16,
  NODE_PERFORMANCE_GC_FLAGS_NO: 0,
  NODE_PERFORMANCE_GC_FLAGS_CONSTRUCT_RETAINED: 2,
  NODE_PERFORMANCE_GC_FLAGS_FORCED: 4,
  NODE_PERFORMANCE_GC_FLAGS_SYNCHRONOUS_PHANTOM_PROCESSING: 8,
  NODE_PERFORMANCE_GC_FLAGS_ALL_AVAILABLE_GARBAGE: 16,
  NODE_PERFORMANCE_GC_FLAGS_ALL_EXTERNAL_MEMORY: 32,
  NODE_PERFORMANCE_GC_FLAGS_SCHEDULE_IDLE: 64,
};
