// process.emitWarning
process.on('warning', function (w) { console.log(w.name, w.code, w.message, w instanceof Error, w.detail); });
process.emitWarning('plain');
process.emitWarning('typed', 'MyWarning', 'C1');
process.emitWarning('object', {type: 'Other', code: 'C2', detail: 'D'});
process.emitWarning(new TypeError('an error'));
try { process.emitWarning(5); } catch (e) { console.log(e.message); }
// expect: The "warning" argument must be of type string or an instance of Error. Received type number (5)
console.log('sync');   // expect: sync
// expect: Warning undefined plain true undefined
// expect: MyWarning C1 typed true undefined
// expect: Other C2 object true D
// expect: TypeError undefined an error true undefined
