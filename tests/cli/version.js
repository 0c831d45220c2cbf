// flags: --version
// status: 0
// expect: v0.1.0
