import type { DraftReading } from "@/db/paper/draft-folder";
import { lesserReader, readerSetting } from "@/db/paper/lesser-reader";
import { type Ended, runApart } from "@/db/paper/run-apart";
import { upperFirst } from "@/lib/values/upper-first";
import { readingFromPublished } from "@/paper/form/published-reading";

const MOST_AT_ONCE = 2;
const MOST_WAITING = 8;
/**
 * Far more than any form needs, and far less than would burden the machine. A scan of several pages takes minutes on a slow one.
 */
const LIMITS = { longest: 300_000, mostOutput: 64_000_000 };
const MOST_MEMORY = 1024;

const waiting: (() => void)[] = [];
let running = 0;

/**
 * Reads a form in a separate process without settings or secrets, because the file may come from anywhere.
 * @param path a path that we chose
 */
export async function readApart(path: string): Promise<DraftReading> {
  if (running >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING)
      return refused("We are reading many files at the moment. Try again in a minute.");
    await new Promise<void>((settle) => waiting.push(settle));
  }
  running += 1;
  try {
    return readingOf(await runApart("scripts/read-form.ts", [path], bareEnvironment(), limits()), path);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

const refused = (message: string): DraftReading => ({ outcome: "refused", message });

function readingOf(ended: Ended, path: string): DraftReading {
  const { code, output, said, over } = ended;
  if (over === "time") {
    return refused(
      "We stopped reading this file after five minutes. Upload only the pages of the form, without exhibits.",
    );
  }
  if (over === "output") return refused("The file has more text than any form. Upload only the pages of the form.");
  if (code === 0) return { outcome: "read", reading: readingFromPublished(JSON.parse(output)) };
  // The command's refusal is a sentence after the path, which means nothing to a person.
  const [, message] = said.split(`${path}: `);
  if (code === 1 && message) return refused(asSentence(message));
  console.error(`The process that reads forms ended (${code ?? "killed"}).`, said);
  return refused("We could not read this file. It may be damaged, or need too much memory.");
}

/** “the file is too large (30.2 MB); …” as a sentence of its own. */
const asSentence = (message: string) => {
  const text = message.trim().slice(0, 500);
  return upperFirst(text);
};

/** The start command sets a lower limit on a machine with little memory. */
const limits = () => ({ ...LIMITS, memory: Number(process.env.SECTION16_PAPER_MEMORY) || MOST_MEMORY });

function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG, NODE_ENV } = process.env;
  return { PATH, HOME, TMPDIR, LANG, NODE_ENV, ...readerSetting(lesserReader()) };
}
