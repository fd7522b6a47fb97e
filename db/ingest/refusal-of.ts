import { AnotherFilingIsHeld } from "@/db/ingest/another-filing-is-held";

export type Refused = {
  message: string;
  /** Of the other filing that is held under the number that a paper came with. */
  heldNumber?: string;
};

/** Why a file was not stored, if the reason lies in what it says; null for any other error, such as a lost connection. */
export function refusalOf(error: unknown): Refused | null {
  if (error instanceof AnotherFilingIsHeld) return { message: error.message, heldNumber: error.accessionNumber };
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    // SQLSTATE class 22: characters that no text holds, numbers out of range.
    if ("code" in cause && typeof cause.code === "string" && /^22[0-9A-Z]{3}$/.test(cause.code)) {
      return { message: `the database cannot hold what it says: ${cause.message}` };
    }
  }
  return null;
}
