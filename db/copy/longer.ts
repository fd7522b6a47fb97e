type TypedArray = BigInt64Array | Float64Array | Int32Array | Int16Array | Uint16Array | Int8Array | Uint8Array;

/** A longer array that begins with the same numbers. */
export function longer<Of extends TypedArray>(from: Of, length: number): Of {
  const into = new (from.constructor as new (length: number) => Of)(length);
  into.set(from as never);
  return into;
}

/** The same, in memory that other threads can read too. */
export function longerShared<Of extends TypedArray>(from: Of, length: number): Of {
  const make = from.constructor as unknown as { new (memory: SharedArrayBuffer): Of; BYTES_PER_ELEMENT: number };
  const into = new make(new SharedArrayBuffer(length * make.BYTES_PER_ELEMENT));
  into.set(from as never);
  return into;
}
