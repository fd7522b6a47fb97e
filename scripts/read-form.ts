import "@/db/command/exit-on-crash";
import { readFile } from "node:fs/promises";
import { lesserReader } from "@/db/paper/lesser-reader";
import { giveUpRoot } from "@/db/server/account";
import { publishedReading } from "@/paper/form/published-reading";
import { loadReaders, readPaper } from "@/paper/read-paper";

/**
 * `npm run --silent read-form -- FILE`: prints a paper form as JSON; nothing is stored. Exit code 0 even if all of it is unread,
 * 1 if the file is not such a form, 2 if there is no file to read.
 */
const [path, ...others] = process.argv.slice(2);
if (path === undefined || others.length > 0) fail(2, "Usage: npm run --silent read-form -- FILE");

const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) =>
  fail(2, error.code === "ENOENT" ? `${path}: there is no such file.` : `${path} cannot be read: ${error.message}`),
);
// Nothing in the file has been read yet.
const account = lesserReader();
if (account !== null) {
  await loadReaders();
  giveUpRoot(account);
}
const paper = await readPaper(bytes);
if (paper.outcome === "refused") fail(1, `${path}: ${paper.message}.`);
const { document, unread, uncertain, checks, problems, ...rest } = publishedReading(paper.reading);
process.stdout.write(`${JSON.stringify({ document, unread, uncertain, checks, problems, ...rest })}\n`);

function fail(code: 1 | 2, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
