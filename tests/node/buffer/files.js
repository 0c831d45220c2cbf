// fs reads and writes bytes.
var fs = require('fs'), path = require('path'), file = path.join(fs.mkdtempSync(path.join(require('os').tmpdir(), 'nodule-')), 'f');
fs.writeFileSync(file, Buffer.from([0, 1, 255, 65]));
console.log(fs.readFileSync(file), fs.readFileSync(file, 'hex'), fs.readFileSync(file, {encoding: 'base64'}), fs.readFileSync(file, 'latin1').length);
// expect: <Buffer 00 01 ff 41> 0001ff41 AAH/QQ== 4
fs.writeFileSync(file, '6162', 'hex');
fs.appendFileSync(file, new Uint16Array([0x4443]));
console.log(fs.readFileSync(file, 'utf8'), fs.readFileSync(file) instanceof Buffer);   // expect: abCD true
fs.writeFileSync(file, new DataView(new ArrayBuffer(2)));
console.log(fs.readFileSync(file));   // expect: <Buffer 00 00>
try { fs.readFileSync(file, 'foo'); } catch (e) { console.log(e.code, e.message); }
// expect: ERR_INVALID_ARG_VALUE The argument 'encoding' is invalid encoding. Received 'foo'
try { fs.writeFileSync(file, 5); } catch (e) { console.log(e.code, e.message); }
// expect: ERR_INVALID_ARG_TYPE The "data" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received type number (5)
fs.rmSync(path.dirname(file), {recursive: true});
