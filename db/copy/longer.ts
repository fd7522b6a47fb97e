type TypedArray = BigInt64Array | Float64Array | Int32Array | Int16Array | Uint16Array | Int8Array | Uint8Array;

/** A longer array that begins with the same numbers. */
export function longer<Of extends TypedArray>(from: Of, length: number): Of {
  const into = new (from.constructor as new (length: number) => Of)(length);
  into.set(from as never);
  return into;
}
