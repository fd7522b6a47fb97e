/** What is dear to tell, told at most once, and only where it is asked for. */
export function once<T>(of: () => T): () => T {
  let known: { value: T } | null = null;
  return () => {
    known ??= { value: of() };
    return known.value;
  };
}
