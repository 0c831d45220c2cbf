// The value of statements around finally: its own counts only if a jump leaves it.
console.log((0, eval)('1; try { 2 } finally { 3 }'));   // expect: 2
console.log((0, eval)('1; do { try { 2 } finally { 3; break; 4 } } while (0)'));   // expect: 3
console.log((0, eval)('1; do { try { 2 } finally { break } } while (0)'));   // expect: undefined
console.log((0, eval)('1; do { 5; try { 2; break } finally { 3 } 6 } while (0)'));   // expect: 2
console.log((0, eval)('1; do { try { x.y.z } catch (e) { 7 } finally { 3; continue } } while (0)'));   // expect: 3
console.log((0, eval)('l: { try { 8 } finally { { 9; break l } } }'));   // expect: 9
