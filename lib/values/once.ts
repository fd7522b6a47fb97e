/** Computes an expensive value at most once, and only if needed. */
export function once<T>(of: () => T): () => T {
  let known: { value: T } | null = null;
  return () => {
    known ??= { value: of() };
    return known.value;
  };
}
