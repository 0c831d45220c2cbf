// --trace-warnings shows where warnings come from.
// flags: --trace-warnings
// skip-stress
process.emitWarning('traced');
// expect error: Warning: traced
// expect error: warning-trace.js:4:9
// status: 0
