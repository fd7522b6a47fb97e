import { readingName } from "@/lib/names/names";
import { newYorkDate } from "@/lib/values/dates";

type Named = { name: string | null };

/** The names on signatures that have one. */
export const signedNames = (signatures: readonly Named[]): string[] => signatures.flatMap(({ name }) => name ?? []);

/** The names of reporting owners for use in a sentence: given name first if a signature confirms it, otherwise as filed. */
export function ownerNames({
  owners,
  signatures,
}: Readonly<Record<"owners" | "signatures", readonly Named[]>>): string[] {
  const signed = signedNames(signatures);
  return owners.flatMap(({ name }) => (name === null ? [] : [readingName(name, signed) ?? name]));
}

export type NamedOwner = { cik: string | null; name: string | null };

/** How lists name owners, by CIK and name as filed. An owner without an entry is named as filed. */
export type ReadingNames = Readonly<Record<string, string>>;

const nameKey = ({ cik, name }: NamedOwner) => `${cik} ${name}`;

/** The names in reading order that the signatures on an owner's filings confirm. `signatures` is by CIK. */
export const readingNames = (
  owners: readonly NamedOwner[],
  signatures: ReadonlyMap<string, readonly string[]>,
): ReadingNames =>
  Object.fromEntries(
    owners.flatMap((owner) => {
      const name = owner.name && readingName(owner.name, signatures.get(owner.cik ?? "") ?? []);
      return name ? [[nameKey(owner), name]] : [];
    }),
  );

/** The name of an owner in a list. */
export const listedName = (owner: NamedOwner, names: ReadingNames): string | null =>
  names[nameKey(owner)] ?? owner.name;

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
