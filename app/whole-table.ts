import { type Turn, Turns } from "@/app/turns";
import { answer, asFile, errorAnswer } from "@/lib/representations/answers";
import { csvStream } from "@/lib/representations/csv";

type Batches = AsyncGenerator<(string | null)[][]>;

/** Two use both cores; more would only share them. Ten may wait, for as long as an empty download looks normal in a browser. */
const LIMITS = { atOnce: 2, waiting: 10, patience: 30_000 };
const RETRY_AFTER = 60;
/** A reader who takes no data for this long has left, or is blocking the others. */
const LONGEST_STALL = 60_000;

// On globalThis, because Next gives every route a copy of this module.
const shared: typeof globalThis & { section16Exports?: Turns } = globalThis;

/** Streams a whole table as CSV. Only a few downloads run at once; a reader who would wait too long for a turn gets a 503. */
export async function wholeTable(
  request: Request,
  file: { name: string; header: string[]; batches: () => Batches },
): Promise<Response> {
  // Next answers HEAD with this function and does not read the body, so nothing would end the turn.
  if (request.method === "HEAD") return answer("", "csv", asFile(file.name));
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
    const batches = file.batches();
    // An error on the first batch, such as a query that is too slow, can still set the status.
    const first = await batches.next();
    return answer(csvStream(file.header, inTurn({ turn, unread }, first, batches)), "csv", asFile(file.name));
  } catch (error) {
    clearTimeout(unread);
    turn.end();
    throw error;
  }
}

type Begun = {
  turn: Turn;
  /** Ends the turn unless reading begins. */
  unread: NodeJS.Timeout;
};

async function* inTurn({ turn, unread }: Begun, first: IteratorResult<(string | null)[][]>, rest: Batches): Batches {
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
