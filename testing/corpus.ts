import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Real filings for tests, outside the repository: `CORPUS_DIR`, or a `shared/corpus` folder beside the clone. */
export function corpusFolder(): string | null {
  const folder = process.env.CORPUS_DIR ?? "../shared/corpus";
  return existsSync(folder) ? folder : null;
}

/** The files of one folder of the corpus. */
export function corpusFiles(corpus: string, folder: string): string[] {
  return readdirSync(join(corpus, folder))
    .sort()
    .map((name) => join(corpus, folder, name));
}
