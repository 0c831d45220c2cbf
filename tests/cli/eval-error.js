// An error in the text of -e is reported as of [eval].
// flags: -e "throw new TypeError('from -e')"
// status: 1
// expect error: [eval]:1
// expect error: TypeError: from -e
