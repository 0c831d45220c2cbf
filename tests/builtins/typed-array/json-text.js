// JSON, String, toLocaleString.
console.log(JSON.stringify(new Float32Array([1.5, NaN])), JSON.stringify({a: new ArrayBuffer(3)}));
// expect: {"0":1.5,"1":null} {"a":{}}
console.log(String(new Float32Array([1.1, -0])), new Uint8Array([1, 2]) + '', new Uint8Array(0) + '', new Int8Array(3).join(' - '));
// expect: 1.100000023841858,0 1,2  0 - 0 - 0
console.log(new Uint8Array([1, 2]).toLocaleString(), `${new Uint8Array([5])}`, new Uint8Array([5]) * 2);
// expect: 1,2 5 10
