import { csvLines } from "./csv";

/** The formats that stream a whole list, an item a line. */
export const TABLE_FORMATS = ["csv", "ndjson"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export const isTableFormat = (format: string): format is TableFormat => TABLE_FORMATS.some((one) => one === format);

/** What each item of a list is in CSV, and in JSON. */
export type Table<T> = {
  header: readonly string[];
  cells: (item: T) => (string | null)[];
  record: (item: T) => unknown;
};

/** Streams a list as it is read: the header of CSV at once, then each batch of lines when ready. */
export function tableStream<T>(
  format: TableFormat,
  { header, cells, record }: Table<T>,
  batches: AsyncIterable<T[]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const read = batches[Symbol.asyncIterator]();
  const lines = (items: T[]) =>
    format === "csv" ? csvLines(items.map(cells)) : items.map((item) => `${JSON.stringify(record(item))}\n`).join("");
  return new ReadableStream({
    start(controller) {
      if (format === "csv") controller.enqueue(encoder.encode(csvLines([[...header]])));
    },
    async pull(controller) {
      // A pull without data is not repeated, so batches without lines are skipped here.
      for (;;) {
        const { value, done } = await read.next();
        if (done) return controller.close();
        if (value.length > 0) return controller.enqueue(encoder.encode(lines(value)));
      }
    },
    async cancel() {
      await read.return?.();
    },
  });
}
