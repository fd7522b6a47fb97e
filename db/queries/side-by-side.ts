/** With fewer values, a statement of its own would cost more than it saves. */
const LEAST_EACH = 8;

/**
 * Looks values up in several statements at the same time, each for some of them. PostgreSQL waits for each page that an index names before
 * it reads the next one, and a list mostly shows filings whose pages are only on disk. Disks read many pages in the time of one.
 */
export async function sideBySide<Value, Row>(
  values: readonly Value[],
  most: number,
  ask: (values: Value[]) => Promise<Row[]>,
): Promise<Row[]> {
  const size = Math.max(LEAST_EACH, Math.ceil(values.length / most));
  const parts = Array.from({ length: Math.ceil(values.length / size) }, (_, at) =>
    values.slice(at * size, (at + 1) * size),
  );
  return (await Promise.all(parts.map(ask))).flat();
}
