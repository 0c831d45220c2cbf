// Constructors, prototypes and their properties.
var TypedArray = Object.getPrototypeOf(Int8Array);
console.log(TypedArray.name, TypedArray.length, typeof TypedArray, 'TypedArray' in globalThis);
// expect: TypedArray 0 function false
console.log(Int8Array.length, Int8Array.name, Object.getOwnPropertyNames(Int8Array).join());
// expect: 3 Int8Array length,name,prototype,BYTES_PER_ELEMENT
console.log(Object.getOwnPropertyNames(Int8Array.prototype).join());   // expect: constructor,BYTES_PER_ELEMENT
console.log(JSON.stringify(Object.getOwnPropertyDescriptor(Int8Array, 'BYTES_PER_ELEMENT')));
// expect: {"value":1,"writable":false,"enumerable":false,"configurable":false}
console.log(Object.prototype.toString.call(new Int8Array(1)), Int8Array.prototype[Symbol.toStringTag]);
// expect: [object Int8Array] undefined
console.log(TypedArray.prototype.toString === Array.prototype.toString);   // expect: true
console.log(TypedArray.prototype[Symbol.iterator] === TypedArray.prototype.values, TypedArray[Symbol.species] === TypedArray);
// expect: true true
console.log(Array.isArray(new Int8Array(1)), ArrayBuffer.isView(new Int8Array(1)), typeof new Int8Array(1));
// expect: false true object
console.log(Object.getOwnPropertyDescriptor(TypedArray.prototype, 'length').get.name);   // expect: get length
