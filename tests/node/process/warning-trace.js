// flags: --trace-warnings
// skip-stress
// --trace-warnings shows where warnings come from.
process.emitWarning('traced');
// expect error: Warning: traced
// expect error: warning-trace.js:4:9
// status: 0
