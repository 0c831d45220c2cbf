// process.env: the environment, as a copy.
// env: NODULE_TEST_VARIABLE=some value=x
console.log(process.env.NODULE_TEST_VARIABLE, process.env.NO_SUCH_VARIABLE, 'NODULE_TEST_VARIABLE' in process.env);
// expect: some value=x undefined true
process.env.NODULE_TEST_VARIABLE = 'changed';
console.log(process.env.NODULE_TEST_VARIABLE, delete process.env.NODULE_TEST_VARIABLE, process.env.NODULE_TEST_VARIABLE);
// expect: changed true undefined
console.log(Object.keys(process.env).indexOf('PATH') >= 0);   // expect: true
