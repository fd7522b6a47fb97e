import { csvLines } from "./csv";
import { textStream } from "./text-stream";

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

/** Streams a list as it is read: the header of CSV first, then each batch of lines when ready. */
export const tableStream = <T>(format: TableFormat, table: Table<T>, batches: AsyncIterable<T[]>) =>
  textStream(format === "csv" ? csvParts(table, batches) : jsonLines(table, batches));

async function* csvParts<T>({ header, cells }: Table<T>, batches: AsyncIterable<T[]>) {
  yield csvLines([[...header]]);
  for await (const items of batches) if (items.length > 0) yield csvLines(items.map(cells));
}

async function* jsonLines<T>({ record }: Table<T>, batches: AsyncIterable<T[]>) {
  for await (const items of batches)
    if (items.length > 0) yield items.map((item) => `${JSON.stringify(record(item))}\n`).join("");
}
