// An uncaught error without frames stands in brackets.
Error.stackTraceLimit = 0;
throw new Error('bare');
// expect error: [Error: bare]
