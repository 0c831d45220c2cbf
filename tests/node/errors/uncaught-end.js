// status: 1
// Nothing is underlined at the end of the input.
if (console) {
