import type { Taken } from "@/db/ingest/start-ingest";
import { runApart } from "@/db/paper/run-apart";

export type StoreAnswer =
  | Exclude<Taken, { outcome: "no candidate" }>
  | {
      outcome: "failed";
      message: string;
      /** Whether the database or the disk could not be written. Nothing is then wrong with the form. */
      isUnavailable: boolean;
    };

/** The command's exit code if the database or the disk cannot be written. */
export const UNAVAILABLE = 3;

const LIMITS = { longest: 120_000, mostOutput: 1_000_000, memory: 1024 };

/** Stores a draft by a separate command: the server itself only reads. */
export async function storeApart(sha256: string): Promise<StoreAnswer> {
  const { code, output, said, over } = await runApart("db/command/store-draft.ts", [sha256], process.env, LIMITS);
  if (code === 0) return JSON.parse(output);
  console.error(`Storing a form ended (${over ?? code ?? "killed"}).`, said);
  return {
    outcome: "failed",
    isUnavailable: code === UNAVAILABLE,
    message: "The filing could not be stored. Nothing was changed. Try again; the server’s log says what went wrong.",
  };
}
