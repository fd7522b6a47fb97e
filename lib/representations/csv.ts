import { stringify } from "csv-stringify/sync";

/**
 * Text that a spreadsheet could run as a formula: a sign at its beginning (also in full width, which some read alike), or behind what
 * some take for the end of a cell. Numbers, also negative ones, are not formulas.
 */
const isFormula = (cell: string) =>
  /^(?:[\t\r]|[\s;|,"']*[=+\-@＝＋－＠])/u.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell);

/** Lines of RFC 4180. A cell that a spreadsheet would run gets an apostrophe before it. */
export function csvLines(rows: (string | null)[][]): string {
  const safe = rows.map((row) => row.map((cell) => (cell !== null && isFormula(cell) ? `'${cell}` : cell)));
  // A line break of one character is none of the delimiter, and must be quoted all the same.
  return stringify(safe, { record_delimiter: "\r\n", quoted_match: /[\r\n]/ });
}

/** A file as it is made: the header at once, then each batch of rows as it comes. */
export function csvStream(header: string[], batches: AsyncIterable<(string | null)[][]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const rows = batches[Symbol.asyncIterator]();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(csvLines([header]))),
    async pull(controller) {
      // A pull that brings nothing is not repeated: batches without rows are passed over here.
      for (;;) {
        const { value, done } = await rows.next();
        if (done) return controller.close();
        if (value.length > 0) return controller.enqueue(encoder.encode(csvLines(value)));
      }
    },
    async cancel() {
      await rows.return?.();
    },
  });
}
