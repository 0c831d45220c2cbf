// -r and --require load modules before the script, each module once.
// flags: -r ./fixtures/preload.js --require ./fixtures/preload
console.log(global.preloaded, Object.keys(require.cache).length);   // expect: 1 2
