// node/events/events.js - the module events: EventEmitter.
const argumentType = binding.argumentType;
const throwError = binding.throwError;
const inspect = binding.inspect;

let defaultMaxListeners = 10;
const errorMonitor = Symbol('events.errorMonitor');

function EventEmitter(options) {
  EventEmitter.init.call(this, options);
}

module.exports = EventEmitter;
EventEmitter.EventEmitter = EventEmitter;
EventEmitter.usingDomains = false;
EventEmitter.errorMonitor = errorMonitor;

EventEmitter.prototype._events = undefined;
EventEmitter.prototype._eventsCount = 0;
EventEmitter.prototype._maxListeners = undefined;

EventEmitter.init = function () {
  if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
    this._events = Object.create(null);
    this._eventsCount = 0;
  }
  this._maxListeners = this._maxListeners || undefined;
};

function requireListener(listener) {
  if (typeof listener !== 'function') argumentType('listener', 'of type function', listener);
}

function requireLimit(n, name) {
  if (typeof n !== 'number') argumentType(name, 'of type number', n);
  if (n < 0 || n !== n) {
    throwError(RangeError, 'ERR_OUT_OF_RANGE', 'The value of "' + name + '" is out of range. It must be >= 0. Received ' + inspect(n));
  }
}

Object.defineProperty(EventEmitter, 'defaultMaxListeners', {
  enumerable: true,
  get: function () {
    return defaultMaxListeners;
  },
  set: function (n) {
    requireLimit(n, 'defaultMaxListeners');
    defaultMaxListeners = n;
  },
});

EventEmitter.setMaxListeners = function (n, ...emitters) {
  if (n === undefined) n = defaultMaxListeners;
  requireLimit(n, 'setMaxListeners');
  if (emitters.length === 0) defaultMaxListeners = n;
  for (let i = 0; i < emitters.length; i++) emitters[i].setMaxListeners(n);
};

EventEmitter.getMaxListeners = function (emitter) {
  return limitOf(emitter);
};

EventEmitter.listenerCount = function (emitter, type) {
  return emitter.listenerCount(type);
};

EventEmitter.getEventListeners = function (emitter, type) {
  return emitter.listeners(type);
};

function limitOf(emitter) {
  return emitter._maxListeners === undefined ? defaultMaxListeners : emitter._maxListeners;
}

EventEmitter.prototype.setMaxListeners = function setMaxListeners(n) {
  requireLimit(n, 'setMaxListeners');
  this._maxListeners = n;
  return this;
};

EventEmitter.prototype.getMaxListeners = function getMaxListeners() {
  return limitOf(this);
};

// ---------------------------------------------------------------------------------------------------- emit

function throwUnhandled(error) {
  if (error instanceof Error) throw error;
  let text;
  try {
    text = inspect(error);
  } catch (e) {
    text = String(error);
  }
  try {
    throwError(Error, 'ERR_UNHANDLED_ERROR', 'Unhandled error. (' + text + ')');
  } catch (e) {
    e.context = error;
    throw e;
  }
}

function callAll(list, self, args) {
  // a copy: a listener may add and remove listeners
  const listeners = list.slice();
  for (let i = 0; i < listeners.length; i++) listeners[i].apply(self, args);
}

EventEmitter.prototype.emit = function emit(type, ...args) {
  const events = this._events;
  if (type === 'error') {
    if (events !== undefined && events[errorMonitor] !== undefined) this.emit(errorMonitor, ...args);
    if (events === undefined || events.error === undefined) throwUnhandled(args[0]);
  }
  const handler = events === undefined ? undefined : events[type];
  if (handler === undefined) return false;
  if (typeof handler === 'function') handler.apply(this, args);
  else callAll(handler, this, args);
  return true;
};

// ---------------------------------------------------------------------------------------------------- adding

function warnOfLeak(emitter, type, list) {
  list.warned = true;
  const warning = new Error(
      'Possible EventEmitter memory leak detected. ' + list.length + ' ' + String(type) + ' listeners added to ' +
      inspect(emitter, {depth: -1}) + '. MaxListeners is ' + limitOf(emitter) +
      '. Use emitter.setMaxListeners() to increase limit');
  warning.name = 'MaxListenersExceededWarning';
  warning.emitter = emitter;
  warning.type = type;
  warning.count = list.length;
  process.emitWarning(warning);
}

function addListener(emitter, type, listener, prepend) {
  requireListener(listener);
  if (emitter._events === undefined) {
    emitter._events = Object.create(null);
    emitter._eventsCount = 0;
  } else if (emitter._events.newListener !== undefined) {
    emitter.emit('newListener', type, listener.listener === undefined ? listener : listener.listener);
  }
  const events = emitter._events;
  const existing = events[type];
  if (existing === undefined) {
    events[type] = listener;
    emitter._eventsCount++;
    return emitter;
  }
  const list = typeof existing === 'function' ? (events[type] = [existing]) : existing;
  if (prepend) list.unshift(listener);
  else list.push(listener);
  const limit = limitOf(emitter);
  if (limit > 0 && list.length > limit && !list.warned) warnOfLeak(emitter, type, list);
  return emitter;
}

function onceWrapper(emitter, type, listener) {
  requireListener(listener);
  let fired = false;
  const wrapper = function (...args) {
    if (fired) return undefined;
    emitter.removeListener(type, wrapper);
    fired = true;
    return listener.apply(emitter, args);
  };
  wrapper.listener = listener;
  return wrapper;
}

EventEmitter.prototype.addListener = function addListener_(type, listener) {
  return addListener(this, type, listener, false);
};
Object.defineProperty(EventEmitter.prototype.addListener, 'name', {value: 'addListener'});

EventEmitter.prototype.on = EventEmitter.prototype.addListener;

EventEmitter.prototype.prependListener = function prependListener(type, listener) {
  return addListener(this, type, listener, true);
};

EventEmitter.prototype.once = function once(type, listener) {
  return this.on(type, onceWrapper(this, type, listener));
};

EventEmitter.prototype.prependOnceListener = function prependOnceListener(type, listener) {
  return this.prependListener(type, onceWrapper(this, type, listener));
};

// ---------------------------------------------------------------------------------------------------- removing

function dropType(emitter, type) {
  if (--emitter._eventsCount === 0) emitter._events = Object.create(null);
  else delete emitter._events[type];
}

function tellRemoved(emitter, type, listener) {
  if (emitter._events.removeListener !== undefined) emitter.emit('removeListener', type, listener.listener || listener);
}

EventEmitter.prototype.removeListener = function removeListener(type, listener) {
  requireListener(listener);
  const events = this._events;
  const list = events === undefined ? undefined : events[type];
  if (list === undefined) return this;
  if (list === listener || list.listener === listener) {
    dropType(this, type);
    tellRemoved(this, type, list);
    return this;
  }
  if (typeof list === 'function') return this;
  let position = list.length - 1;
  while (position >= 0 && list[position] !== listener && list[position].listener !== listener) position--;
  if (position < 0) return this;
  if (position === 0) list.shift();
  else list.splice(position, 1);
  if (list.length === 1) events[type] = list[0];
  tellRemoved(this, type, listener);
  return this;
};

EventEmitter.prototype.off = EventEmitter.prototype.removeListener;

// With listeners for 'removeListener', each removal is told, the latest added first.
function removeEach(emitter, type) {
  const list = emitter._events[type];
  if (typeof list === 'function') {
    emitter.removeListener(type, list);
  } else if (list !== undefined) {
    for (let i = list.length - 1; i >= 0; i--) emitter.removeListener(type, list[i]);
  }
}

EventEmitter.prototype.removeAllListeners = function removeAllListeners(type) {
  const events = this._events;
  if (events === undefined) return this;
  if (events.removeListener === undefined || (arguments.length > 0 && type === 'removeListener')) {
    if (arguments.length === 0) {
      this._events = Object.create(null);
      this._eventsCount = 0;
    } else if (events[type] !== undefined) {
      dropType(this, type);
    }
    return this;
  }
  if (arguments.length > 0) {
    removeEach(this, type);
    return this;
  }
  const types = Reflect.ownKeys(events);
  for (let i = 0; i < types.length; i++) {
    if (types[i] !== 'removeListener') removeEach(this, types[i]);
  }
  this._events = Object.create(null);
  this._eventsCount = 0;
  return this;
};

// ---------------------------------------------------------------------------------------------------- asking

function listOf(emitter, type) {
  const list = emitter._events === undefined ? undefined : emitter._events[type];
  if (list === undefined) return [];
  return typeof list === 'function' ? [list] : list.slice();
}

EventEmitter.prototype.listeners = function listeners(type) {
  return listOf(this, type).map((listener) => listener.listener || listener);
};

EventEmitter.prototype.rawListeners = function rawListeners(type) {
  return listOf(this, type);
};

EventEmitter.prototype.listenerCount = function listenerCount(type, listener) {
  const list = listOf(this, type);
  if (listener === undefined) return list.length;
  return list.filter((each) => each === listener || each.listener === listener).length;
};

EventEmitter.prototype.eventNames = function eventNames() {
  return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : [];
};
