// os
var os = require('os');
console.log(os.EOL === '\n', os.endianness(), os.type(), os.platform(), os.arch() === process.arch, os.cpus().length > 0, os.loadavg().length);
// expect: true LE Linux linux true true 3
console.log(os.totalmem() > os.freemem(), os.freemem() > 0, os.totalmem() % 1024, os.uptime() > 0, os.hostname().length > 0, typeof os.release(), os.homedir()[0], os.tmpdir());
// expect: true true 0 true true string / /tmp
console.log(Object.keys(os.cpus()[0]).join(), Object.keys(os.cpus()[0].times).join(), os.devNull);
// expect: model,speed,times user,nice,sys,idle,irq /dev/null
