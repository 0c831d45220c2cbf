// flags: -e "throw new TypeError('from -e')"
// status: 1
// expect error: [eval]:1
// expect error: TypeError: from -e
