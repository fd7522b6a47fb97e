import { DatabaseError } from "pg";
import { WrongAccessionNumber } from "@/db/ingest/wrong-accession-number";
import { isConnectionLoss } from "@/db/server/connection-loss";
import { firstCause } from "@/db/server/may-retry";
import { shortened } from "@/lib/values/text-limit";

export type Refused = {
  message: string;
  /** The filing in our records under the number that a paper form came with. */
  heldNumber?: string;
};

/**
 * SQLSTATE classes that blame the data: characters that a text column cannot store and numbers out of range (22), a rule of a table
 * (23), a value too long for an index (54).
 */
const OF_THE_DATA = /^(?:22|23|54)/;

/**
 * Why one file cannot be stored, if the fault lies in the file or in how we read it: then it is refused, and the others go
 * on. Null for a fault of the database, the disk or the network, which would be the same for every file.
 */
export function refusalOf(error: unknown): Refused | null {
  if (error instanceof WrongAccessionNumber) return { message: error.message, heldNumber: error.accessionNumber };
  if (!(error instanceof Error) || isConnectionLoss(error)) return null;
  const cause = firstCause(error);
  if (cause instanceof DatabaseError)
    return OF_THE_DATA.test(cause.code ?? "")
      ? { message: `the database cannot store a value in it: ${shortened(cause.message)}` }
      : null;
  // Errors of the system, such as a full disk, and a pool without a free connection.
  if ("syscall" in cause || /^timeout exceeded when trying to connect|^Cannot use a pool/.test(cause.message))
    return null;
  return { message: `a bug in Section 16 stopped us from reading it: ${shortened(firstLine(cause))}` };
}

const firstLine = (error: Error) => `${error.name}: ${error.message.split("\n", 1)[0]}`;
