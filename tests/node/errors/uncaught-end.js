// An error at the end of the input: nothing is underlined.
// status: 1
if (console) {
