import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type DraftAnswers, NO_ANSWERS } from "@/paper/drafts/draft-answers";
import type { PaperReading } from "@/paper/form/paper-reading";

export type DraftReading =
  | { outcome: "read"; reading: PaperReading }
  /** What we found in the file and what to do, as a sentence. */
  | { outcome: "refused"; message: string };

/** What happened when a form was stored. */
export type StoredDraft = {
  accessionNumber: string;
  outcome: "stored" | "already there" | "new version";
  /** Where the form disagrees with the XML that was there, as sentences. */
  differences: string[];
};

export type PaperDraft = DraftAnswers & {
  sha256: string;
  fileName: string;
  /** Changes with the answers, so that a window that was opened earlier cannot undo them unnoticed. */
  stamp: string;
  /** Null until it has been read. */
  read: DraftReading | null;
};

const MOST_DRAFTS = 50;
const A_DAY = 24 * 60 * 60 * 1000;
const SHA_256 = /^[0-9a-f]{64}$/;

const UPLOAD = "upload";
const NAME = "name.json";
const READING = "reading.json";
const ANSWERS = "answers.json";
const STORED = "stored.json";

/**
 * Uploaded files and their readings, until they are stored: one folder each, named by the SHA-256 of the bytes, so that the same
 * file is the same draft. At most 50 are kept, each for a day after its last change.
 */
export class DraftFolder {
  readonly #folder: string;

  constructor(
    dataDir: string,
    private readonly now: () => number = Date.now,
  ) {
    this.#folder = resolve(dataDir, "paper-drafts");
  }

  /** Stores a file to be read. An earlier reading stays, unless it was a refusal, which a newer version may not repeat. */
  async keep(fileName: string, bytes: Buffer): Promise<PaperDraft> {
    const sha256 = sha256Of(bytes);
    const known = await this.find(sha256);
    if (known?.read?.outcome === "read") return known;
    await this.#removeOld();
    const folder = join(this.#folder, sha256);
    // Only this user may see uploaded files.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rm(join(folder, READING), { force: true });
    await replaceFile(this.pathOf({ sha256 }), bytes);
    await replaceFile(join(folder, NAME), JSON.stringify({ fileName }));
    return { ...NO_ANSWERS, sha256, fileName, stamp: stampOf(NO_ANSWERS), read: null };
  }

  /** Null for an invalid name, and for an expired draft. */
  async find(sha256: string): Promise<PaperDraft | null> {
    if (!SHA_256.test(sha256)) return null;
    const folder = join(this.#folder, sha256);
    if (await this.#isOld(folder)) {
      await this.remove({ sha256 });
      return null;
    }
    const named = await readJson<Pick<PaperDraft, "fileName">>(join(folder, NAME));
    if (!named) return null;
    const [read, kept] = await Promise.all([
      readJson<DraftReading>(join(folder, READING)),
      readJson<DraftAnswers>(join(folder, ANSWERS)),
    ]);
    const answers = { ...NO_ANSWERS, ...kept };
    return { ...answers, ...named, sha256, stamp: stampOf(answers), read };
  }

  pathOf = ({ sha256 }: Pick<PaperDraft, "sha256">): string => join(this.#folder, sha256, UPLOAD);

  async wasRead({ sha256 }: Pick<PaperDraft, "sha256">, read: DraftReading): Promise<void> {
    await replaceFile(join(this.#folder, sha256, READING), JSON.stringify(read));
  }

  bytesOf = ({ sha256 }: Pick<PaperDraft, "sha256">): Promise<Buffer> => readFile(this.pathOf({ sha256 }));

  async answer({ sha256 }: Pick<PaperDraft, "sha256">, answers: DraftAnswers): Promise<void> {
    const folder = join(this.#folder, sha256);
    await replaceFile(join(folder, ANSWERS), JSON.stringify(answers));
    const now = new Date(this.now());
    await utimes(folder, now, now);
  }

  /** The file itself is now with the filing, so only what happened is kept, to say it on the next page. */
  async wasStored({ sha256 }: Pick<PaperDraft, "sha256">, stored: StoredDraft): Promise<void> {
    const folder = join(this.#folder, sha256);
    await this.remove({ sha256 });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await replaceFile(join(folder, STORED), JSON.stringify(stored));
  }

  /** Null if the file was not stored in the last day, and for an invalid name. */
  async stored(sha256: string): Promise<StoredDraft | null> {
    return SHA_256.test(sha256) ? readJson<StoredDraft>(join(this.#folder, sha256, STORED)) : null;
  }

  remove = ({ sha256 }: Pick<PaperDraft, "sha256">): Promise<void> =>
    rm(join(this.#folder, sha256), { recursive: true, force: true });

  /** How many are kept, including expired ones until they are removed. */
  async count(): Promise<number> {
    return (await readdir(this.#folder).catch(() => [])).filter((name) => SHA_256.test(name)).length;
  }

  async #isOld(folder: string): Promise<boolean> {
    const changed = await changedAt(folder);
    return changed === null || this.now() - changed > A_DAY;
  }

  /** Makes room for one more. */
  async #removeOld(): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    const drafts = await Promise.all(
      names
        .filter((name) => SHA_256.test(name))
        .map(async (sha256) => ({ sha256, changed: (await changedAt(join(this.#folder, sha256))) ?? 0 })),
    );
    drafts.sort((a, b) => b.changed - a.changed);
    const outdated = drafts.filter(({ changed }, index) => index >= MOST_DRAFTS - 1 || this.now() - changed > A_DAY);
    for (const draft of outdated) await this.remove(draft);
  }
}

export const sha256Of = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

const stampOf = (answers: DraftAnswers): string => sha256Of(Buffer.from(JSON.stringify(answers))).slice(0, 16);

const changedAt = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );

/** A reader sees the old file or the new one, and never a part of it. */
async function replaceFile(path: string, content: string | Buffer): Promise<void> {
  const unfinished = `${path}.${randomUUID()}`;
  try {
    await writeFile(unfinished, content, { mode: 0o600 });
    await rename(unfinished, path);
  } catch (error) {
    // On a full disk, the unfinished file would take the last of the space.
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function readJson<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
