// --use-strict makes the script strict.
// flags: --use-strict
try { undeclared = 1; } catch (e) { console.log(e.message); }   // expect: undeclared is not defined
