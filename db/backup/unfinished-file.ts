import { once } from "node:events";
import { createWriteStream, existsSync, readdirSync, rmSync, type WriteStream } from "node:fs";
import { open, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isAlive } from "@/db/server/postmaster";

const SUFFIX = /^\.(\d+)\.unfinished$/;

/** A file that gets its name only when it is complete and on disk. */
export class UnfinishedFile {
  private constructor(
    private readonly path: string,
    private readonly unfinished: string,
    /** Its data is on disk when it is closed. */
    readonly stream: WriteStream,
  ) {}

  /** Removes what killed runs have left behind. */
  static async open(path: string): Promise<UnfinishedFile> {
    const folder = dirname(path);
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const pid = name.startsWith(basename(path)) ? name.slice(basename(path).length).match(SUFFIX)?.[1] : undefined;
      if (pid && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
    }
    const unfinished = `${path}.${process.pid}.unfinished`;
    const stream = createWriteStream(unfinished, { flush: true });
    await once(stream, "open");
    return new UnfinishedFile(path, unfinished, stream);
  }

  /** Call it when the stream is closed. */
  async finish(): Promise<void> {
    await rename(this.unfinished, this.path);
    // Writing the folder to disk writes the name.
    const folder = await open(dirname(this.path), "r");
    await folder.sync().finally(() => folder.close());
  }

  async discard(): Promise<void> {
    if (!this.stream.closed) {
      const closed = once(this.stream, "close").catch(() => undefined);
      this.stream.destroy();
      await closed;
    }
    rmSync(this.unfinished, { force: true });
  }
}
