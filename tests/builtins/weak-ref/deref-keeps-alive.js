// deref keeps its target alive for the rest of the job; a job that does not look lets it die.
// flags: --expose-gc
var holder = {strong: {}}, ref = new WeakRef(holder.strong);
setTimeout(function () {
  ref.deref();
  holder.strong = null;
  gc();
  console.log(ref.deref() !== undefined);      // expect: true
  setTimeout(function () {
    gc();
    console.log(ref.deref());                  // expect: undefined
  }, 1);
}, 1);
