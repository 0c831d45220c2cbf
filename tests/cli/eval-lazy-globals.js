// The text of -e has the builtin modules as globals, which can be assigned.
// flags: -e "console.log(typeof assert.equal, typeof timers.setTimeout, typeof os.EOL); var fs = 5; console.log(fs); path = 6; console.log(path)"
// expect: function function string
// expect: 5
// expect: 6
