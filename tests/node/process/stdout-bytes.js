// process.stdout.write of bytes and of text in other encodings.
process.stdout.write(Buffer.from('héllo\n'));   // expect: héllo
process.stdout.write(new Uint8Array([65, 66, 10]));   // expect: AB
process.stdout.write('c3a90a', 'hex');   // expect: é

