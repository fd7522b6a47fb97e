import { type Turn, Turns } from "@/app/turns";
import { answer, asFile, errorAnswer } from "@/lib/representations/answers";
import { fileName } from "@/lib/representations/file-name";
import { linkHeader } from "@/lib/representations/links";
import { type Table, type TableFormat, tableStream } from "@/lib/representations/table";

type Batches<T> = AsyncGenerator<T[]>;

type WholeTable<T> = Table<T> & {
  /** What it holds, as in the title of the list. The file is named after it. */
  title: string;
  batches: () => Batches<T>;
};

/** Two use both cores; more would only share them. Ten may wait, for as long as an empty download looks normal in a browser. */
const LIMITS = { atOnce: 2, waiting: 10, patience: 30_000 };
const RETRY_AFTER = 60;
/** A reader who takes no data for this long has left, or is blocking the others. */
const LONGEST_STALL = 60_000;

// On globalThis, because Next gives every route a copy of this module.
const shared: typeof globalThis & { section16Exports?: Turns } = globalThis;

/** Streams a whole table. Only a few downloads run at once; a reader who would wait too long for a turn gets a 503. */
export async function wholeTable<T>(
  request: Request,
  format: TableFormat,
  { title, batches: read, ...table }: WholeTable<T>,
): Promise<Response> {
  const file = { ...asFile(fileName(title, format)), link: linkHeader(request) };
  // Next answers HEAD with this function and does not read the body, so nothing would end the turn.
  if (request.method === "HEAD") return answer("", format, file);
  shared.section16Exports ??= new Turns(LIMITS);
  const turn = await shared.section16Exports.take(request.signal);
  if (!turn) {
    return errorAnswer(
      503,
      `${LIMITS.atOnce} full downloads are already running, and others are waiting. Try again in a minute, or add a filter to download less.`,
      undefined,
      { "retry-after": String(RETRY_AFTER) },
    );
  }
  // If a reader leaves before the first byte, the generator never starts, and its `finally` does not run.
  const unread = setTimeout(turn.end, LONGEST_STALL);
  request.signal.addEventListener("abort", turn.end, { once: true });
  if (request.signal.aborted) turn.end();
  try {
    const batches = read();
    // An error on the first batch, such as a query that is too slow, can still set the status.
    const first = await batches.next();
    return answer(tableStream(format, table, inTurn({ turn, unread }, first, batches)), format, file);
  } catch (error) {
    clearTimeout(unread);
    turn.end();
    throw error;
  }
}

/** Streams a table that is small enough to need no turn. */
export const smallTable = <T>(
  request: Request,
  format: TableFormat,
  { title, batches, ...table }: WholeTable<T>,
): Response =>
  answer(tableStream(format, table, batches()), format, {
    ...asFile(fileName(title, format)),
    link: linkHeader(request),
  });

type Begun = {
  turn: Turn;
  /** Ends the turn unless reading begins. */
  unread: NodeJS.Timeout;
};

async function* inTurn<T>({ turn, unread }: Begun, first: IteratorResult<T[]>, rest: Batches<T>): Batches<T> {
  clearTimeout(unread);
  let isStalled = false;
  try {
    for (let next = first; !next.done; next = await rest.next()) {
      const stall = setTimeout(() => {
        isStalled = true;
        turn.end();
      }, LONGEST_STALL);
      yield next.value;
      clearTimeout(stall);
      if (isStalled) throw new Error("The download was abandoned.");
    }
  } finally {
    turn.end();
    await rest.return(undefined);
  }
}
