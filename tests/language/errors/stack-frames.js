// Frames of stacks: functions, methods, constructors, getters, callbacks, anonymous ones, top level.
function frames(e, n) { return e.stack.split('\n').slice(1, n + 1).map(function (l) { return l.trim().split(__dirname + '/').join(''); }).join(' | '); }
function plain() { return new Error('x'); } console.log(frames(plain(), 2));
var o = {method: function () { return new Error(); }, short() { return new Error(); }, arrow: () => new Error(), get g() { return new Error(); }}; console.log(frames(o.method(), 1), frames(o.short(), 1), frames(o.g, 1));
function Klass() { this.e = new Error(); } console.log(frames(new Klass().e, 1));
console.log(frames([1].map(function () { return new Error(); })[0], 3));
console.log(frames([1].map(() => new Error())[0], 2), frames((function () { return new Error(); })(), 1));
var named = function inner() { return new Error(); }; console.log(frames(named(), 1)); var v = function () { return new Error(); }; console.log(frames(v(), 1));
function outer() { function nested() { return new Error(); } return nested(); } console.log(frames(outer(), 2));
console.log(frames(plain.call('str'), 1), frames(plain.call({}), 1), frames(plain.call(5), 1), frames(plain.apply(null), 1), frames(plain.bind({a: 1})(), 1));
try { null.x; } catch (e) { console.log(frames(e, 1)); } try { undefinedFn(); } catch (e) { console.log(frames(e, 1)); } try { o.none(); } catch (e) { console.log(frames(e, 1)); }
try { [2, 1].sort(function cmp() { throw new Error('sort'); }); } catch (e) { console.log(frames(e, 2)); }
try { JSON.stringify({toJSON: function () { throw new Error('json'); }}); } catch (e) { console.log(frames(e, 2)); }
try { String({toString: function () { throw new Error('str'); }}); } catch (e) { console.log(frames(e, 2)); }
try { 'x'.repeat(-1); } catch (e) { console.log(frames(e, 2)); } try { JSON.parse('{'); } catch (e) { console.log(frames(e, 2)); }
try { new RegExp('('); } catch (e) { console.log(frames(e, 2)); } try { new Function('%'); } catch (e) { console.log(frames(e, 1)); } try { Map(); } catch (e) { console.log(frames(e, 1)); }
// expect: at plain (stack-frames.js:3:27) | at Object.<anonymous> (stack-frames.js:3:64)
// expect: at Object.method (stack-frames.js:4:39) at Object.short (stack-frames.js:4:72) at get g [as g] (stack-frames.js:4:131)
// expect: at new Klass (stack-frames.js:5:29)
// expect: at stack-frames.js:6:49 | at Array.map (<anonymous>) | at Object.<anonymous> (stack-frames.js:6:24)
// expect: at stack-frames.js:7:34 | at Array.map (<anonymous>) at stack-frames.js:7:84
// expect: at inner (stack-frames.js:8:39)
// expect: at v (stack-frames.js:8:117)
// expect: at nested (stack-frames.js:9:47) | at outer (stack-frames.js:9:69)
// expect: at String.plain (stack-frames.js:3:27) at Object.plain (stack-frames.js:3:27) at Number.plain (stack-frames.js:3:27) at plain (stack-frames.js:3:27) at Object.plain (stack-frames.js:3:27)
// expect: at Object.<anonymous> (stack-frames.js:11:12)
// expect: at Object.<anonymous> (stack-frames.js:11:64)
// expect: at Object.<anonymous> (stack-frames.js:11:130)
// expect: at cmp (stack-frames.js:12:42) | at Array.sort (<anonymous>)
// expect: at Object.toJSON (stack-frames.js:13:51) | at JSON.stringify (<anonymous>)
// expect: at Object.toString (stack-frames.js:14:45) | at String (<anonymous>)
// expect: at String.repeat (<anonymous>) | at Object.<anonymous> (stack-frames.js:15:11)
// expect: at JSON.parse (<anonymous>) | at Object.<anonymous> (stack-frames.js:15:77)
// expect: at new RegExp (<anonymous>) | at Object.<anonymous> (stack-frames.js:16:7)
// expect: at new Function (<anonymous>)
// expect: at Map (<anonymous>)
