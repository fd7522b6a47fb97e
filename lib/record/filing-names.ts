import { readingName } from "@/lib/names/names";
import { newYorkDate } from "@/lib/values/dates";

/** A reporting owner as sentences name it: in reading order where a signature confirms that, else as filed. */
export const ownerNames = (owners: readonly { name: string | null }[], signatures: readonly string[]): string[] =>
  owners.flatMap(({ name }) => (name === null ? [] : [readingName(name, signatures) ?? name]));

/** More names than a sentence can carry. */
const MOST_NAMES = 3;

/** "A", "A and B", "A and 6 others". No owner is first: the order is the form's. */
export function namesInSentence(names: readonly string[]): string {
  const [first = "An unnamed owner", ...others] = names;
  if (others.length === 0) return first;
  if (names.length > MOST_NAMES) return `${first} and ${others.length} others`;
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** The day a filing was filed; null where neither the submission's header nor anyone else says so. */
export const filedOn = ({ filedAt, filingDate }: { filedAt: string | null; filingDate: string | null }) =>
  filingDate ?? (filedAt === null ? null : newYorkDate(filedAt));
