// EventEmitter
var E = require('events'), util = require('util');
var e=new E(); var seen=[];
e.on('newListener',function(t,l){seen.push('new '+String(t))}); e.on('removeListener',function(t){seen.push('rm '+String(t))});
function a(){console.log('a',[].slice.call(arguments),this===e)} function b(){console.log('b')}
console.log(e.on('x',a)===e,e.emit('x',1,2,3),e.emit('none')); e.once('x',b); e.emit('x'); e.emit('x'); e.prependListener('x',function first(){console.log('first')}); e.emit('x');
// expect: a [ 1, 2, 3 ] true
// expect: true true false
// expect: a [] true
// expect: b
// expect: a [] true
// expect: first
// expect: a [] true
e.prependOnceListener('x',function(){console.log('pre once')}); console.log(e.listenerCount('x'),e.listeners('x').length,e.rawListeners('x').length, e.eventNames()); e.emit('x'); e.off('x',a); e.emit('x'); e.removeAllListeners('x'); console.log(e.emit('x'),e.eventNames(),seen.join());
// expect: 3 3 3 [ 'newListener', 'removeListener', 'x' ]
// expect: pre once
// expect: first
// expect: a [] true
// expect: first
// expect: false [ 'newListener', 'removeListener' ] new removeListener,new x,new x,rm x,new x,new x,rm x,rm x,rm x
var s=Symbol('s'); e.on(s,function(){console.log('sym')}); e.emit(s); console.log(e.eventNames());
// expect: sym
// expect: [ 'newListener', 'removeListener', Symbol(s) ]
try{e.emit('error',new Error('boom'))}catch(x){console.log(x.message)} try{e.emit('error','str')}catch(x){console.log(x.message,x.code,x.context)} try{e.emit('error')}catch(x){console.log(x.message)} try{e.emit('error',{a:1})}catch(x){console.log(x.message)}
// expect: boom
// expect: Unhandled error. ('str') ERR_UNHANDLED_ERROR str
// expect: Unhandled error. (undefined)
// expect: Unhandled error. ({ a: 1 })
e.on('error',function(x){console.log('handled',x)}); e.emit('error',5);   // expect: handled 5
try{e.on('x')}catch(x){console.log(x.message)} try{e.setMaxListeners(-1)}catch(x){console.log(x.name,x.code,x.message)} try{e.setMaxListeners('x')}catch(x){console.log(x.message)}
// expect: The "listener" argument must be of type function. Received undefined
// expect: RangeError ERR_OUT_OF_RANGE The value of "setMaxListeners" is out of range. It must be >= 0. Received -1
// expect: The "setMaxListeners" argument must be of type number. Received type string ('x')
console.log(E.defaultMaxListeners,e.getMaxListeners(),e.setMaxListeners(3)===e,e.getMaxListeners(),E.EventEmitter===E,E.listenerCount(e,'error'));
// expect: 10 10 true 3 true 1
function Sub(){E.call(this)} util.inherits(Sub,E); Sub.prototype.hi=function(){this.emit('hi')}; var u=new Sub(); u.on('hi',function(){console.log('hi',this===u)}); u.hi(); console.log(u instanceof E,Sub.super_===E,Object.keys(u));
// expect: hi true
// expect: true true [ '_events', '_eventsCount', '_maxListeners' ]
var c=new E(); c.on('e',function h(){c.removeListener('e',h);console.log('h')}); c.on('e',function(){console.log('h2')}); c.emit('e'); c.emit('e');
// expect: h
// expect: h2
// expect: h2
c.on('add',function(){c.on('add',function(){console.log('added')})}); c.emit('add'); c.emit('add');   // expect: added
var o=new E(); o.once('r',function f(n){console.log('r',n); if(n<3)o.emit('r',n+1)}); o.emit('r',1); o.on('q',function(){}); o.on('q',function(){}); o.removeAllListeners(); console.log(o.eventNames());
// expect: r 1
// expect: []
var d=new E(); d.on('a',a); d.on('a',a); d.off('a',a); console.log(d.listenerCount('a')); d.once('b',b); d.off('b',b); console.log(d.listenerCount('b'));
// expect: 1
// expect: 0
console.log(E.errorMonitor, typeof E.init); var m=new E(); m.on(E.errorMonitor,function(x){console.log('mon',x.message)}); try{m.emit('error',new Error('mm'))}catch(x){console.log(x.message)}
// expect: Symbol(events.errorMonitor) function
// expect: mon mm
// expect: mm
for(var i=0;i<12;i++) m.on('leak',a);
process.on('warning', function (w) { console.log(w.name, w.count, w.type, w.emitter === m); });
// expect: MaxListenersExceededWarning 11 leak true
