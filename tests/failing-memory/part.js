exports.answer = 42; exports.list = [1, 'two', /3/, function () { return 'four'; }];
