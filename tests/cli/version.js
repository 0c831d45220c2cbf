// --version prints the version.
// flags: --version
// status: 0
// expect: v0.2.0
