import "@/db/command/exit-on-crash";
import { once } from "node:events";
import { publishedFacts } from "@/lib/footnotes/published-facts";
import { readFacts } from "@/lib/footnotes/read-facts";
import { readLines } from "./read-lines";

/**
 * `npm run --silent footnote-facts`: the facts of notes. Reads JSON lines `{"text": …}` and writes a line `{"facts": …, "spans":
 * …}` for each. A line that cannot be read gives `{"error": …}` instead, and exit code 1 at the end.
 */
function answer(line: string): object {
  let note: unknown;
  try {
    note = JSON.parse(line);
  } catch {
    return { error: "This line is not JSON." };
  }
  if (typeof note !== "object" || note === null || !("text" in note) || typeof note.text !== "string") {
    return { error: 'This line is not an object with a "text" that is a string.' };
  }
  return publishedFacts(note.text, readFacts(note.text));
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

for await (const line of readLines(process.stdin.setEncoding("utf8"))) {
  const answered = answer(line);
  if ("error" in answered) process.exitCode = 1;
  if (!process.stdout.write(`${JSON.stringify(answered)}\n`)) await once(process.stdout, "drain");
}
