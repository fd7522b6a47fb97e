import { createHash } from "node:crypto";
import type { TableSum } from "@/db/backup/backup-format";

const LINE_FEED = 10;

/** Counts rows and bytes of a table's text, and computes its SHA-256, piece by piece. */
export class RunningSum {
  private readonly hash = createHash("sha256");
  private rows = 0;
  private bytes = 0;

  add(piece: Buffer) {
    this.hash.update(piece);
    this.bytes += piece.length;
    // COPY writes a line feed within a value as `\
    // `, so each line feed here ends a row.
    for (let at = piece.indexOf(LINE_FEED); at !== -1; at = piece.indexOf(LINE_FEED, at + 1)) this.rows++;
  }

  /** How much of a table is done. It never says that all is done before the end, however wrong the estimate is. */
  share(expectedRows: number, expectedBytes: number): number {
    const share = expectedRows > 0 ? this.rows / expectedRows : this.bytes / Math.max(expectedBytes, 1);
    return Math.min(share, 0.99);
  }

  /** Call it once: a hash that has been read accepts no more data. */
  end(): TableSum {
    return { rows: this.rows, bytes: this.bytes, sha256: this.hash.digest("hex") };
  }
}
