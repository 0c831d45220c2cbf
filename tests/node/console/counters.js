// console.count, countReset, dir, info, debug.
console.count();   // expect: default: 1
console.count();   // expect: default: 2
console.count('x');   // expect: x: 1
console.count({});   // expect: [object Object]: 1
console.countReset();
console.count();   // expect: default: 1
console.dir({a: {b: {c: {d: 1}}}}, {depth: 0});   // expect: { a: [Object] }
console.dir({[Symbol.for('nodejs.util.inspect.custom')]: function () { return 'custom'; }});
// expect: {
// expect:   [Symbol(nodejs.util.inspect.custom)]: [Function: [nodejs.util.inspect.custom]]
// expect: }
console.assert(true, 'no');
console.info('info %d', 1);   // expect: info 1
console.debug('debug');   // expect: debug
console.dirxml({a: 1}, [2]);   // expect: { a: 1 } [ 2 ]
console.log();   // expect:
console.log('');   // expect:
console.log(Object.keys(console).slice(0, 19).join());
// expect: log,warn,dir,time,timeEnd,timeLog,trace,assert,clear,count,countReset,group,groupEnd,table,debug,info,dirxml,error,groupCollapsed
console.log(Object.prototype.toString.call(console));   // expect: [object console]
