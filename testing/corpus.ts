import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Real filings for tests, outside the repository: the folder in `CORPUS_DIR`. Tests that need them are skipped without it. */
export function corpusFolder(): string | null {
  const folder = process.env.CORPUS_DIR;
  if (!folder) return null;
  if (!existsSync(folder)) throw new Error(`CORPUS_DIR is ${folder}, and there is no such folder.`);
  return folder;
}

/** The files of one folder of the corpus. */
export function corpusFiles(corpus: string, folder: string): string[] {
  return readdirSync(join(corpus, folder))
    .sort()
    .map((name) => join(corpus, folder, name));
}
