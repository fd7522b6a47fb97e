import { readingName } from "@/lib/names/names";
import { newYorkDate } from "@/lib/values/dates";

/** The name of a reporting owner for use in a sentence: given name first if a signature confirms it, otherwise as filed. */
export const ownerNames = (owners: readonly { name: string | null }[], signatures: readonly string[]): string[] =>
  owners.flatMap(({ name }) => (name === null ? [] : [readingName(name, signatures) ?? name]));

/** A sentence has room for no more names than this. */
const MOST_NAMES = 3;

/** "A", "A and B", "A and 6 others", in the order of the form. Owners have no rank. */
export function namesInSentence(names: readonly string[]): string {
  const [first = "An unnamed owner", ...others] = names;
  if (others.length === 0) return first;
  if (names.length > MOST_NAMES) return `${first} and ${others.length} others`;
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** The filing date; null if neither the submission's header nor any other source gives it. */
export const filedOn = ({ filedAt, filingDate }: { filedAt: string | null; filingDate: string | null }) =>
  filingDate ?? (filedAt === null ? null : newYorkDate(filedAt));
