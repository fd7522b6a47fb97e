import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A process that was killed leaves an unfinished picture. */
const NAME = /^[\w-]+\.(?:png|unfinished)$/;

/**
 * Pictures in a folder, by a name that changes with the picture. If they take more space than they may, those that nobody has asked for
 * the longest are removed. Several processes can share the folder, and all of it can be deleted at any time.
 */
export class KeptPictures {
  /** Bytes in the folder, as far as this process knows; null before it has looked. */
  private bytes: number | null = null;

  constructor(
    private readonly folder: string,
    private readonly mostBytes: number,
  ) {}

  async find(name: string): Promise<Buffer | null> {
    const path = this.pathOf(name);
    try {
      const picture = await readFile(path);
      const now = new Date();
      await utimes(path, now, now).catch(() => undefined);
      return picture;
    } catch {
      return null;
    }
  }

  /** A picture that cannot be kept is drawn again for the next reader. */
  async keep(name: string, picture: Buffer): Promise<void> {
    const unfinished = join(this.folder, `${randomUUID()}.unfinished`);
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await writeFile(unfinished, picture, { mode: 0o600 });
      await rename(unfinished, this.pathOf(name));
      this.bytes =
        this.bytes === null
          ? (await this.sizes()).reduce((sum, { bytes }) => sum + bytes, 0)
          : this.bytes + picture.length;
      if (this.bytes > this.mostBytes) await this.makeRoom();
    } catch {
      await rm(unfinished, { force: true }).catch(() => undefined);
    }
  }

  private pathOf = (name: string) => join(this.folder, `${name}.png`);

  /** Removes more than necessary, so that the folder is not read for each picture. */
  private async makeRoom(): Promise<void> {
    const files = (await this.sizes()).sort((a, b) => a.usedAt - b.usedAt);
    let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    for (const file of files) {
      if (bytes <= this.mostBytes * 0.8) break;
      await rm(file.path, { force: true });
      bytes -= file.bytes;
    }
    this.bytes = bytes;
  }

  private async sizes(): Promise<{ path: string; bytes: number; usedAt: number }[]> {
    const names = (await readdir(this.folder)).filter((name) => NAME.test(name));
    const found = await Promise.all(
      names.map(async (name) => {
        const path = join(this.folder, name);
        const state = await stat(path).catch(() => null);
        return state && { path, bytes: state.size, usedAt: state.mtimeMs };
      }),
    );
    return found.filter((file) => file !== null);
  }
}
