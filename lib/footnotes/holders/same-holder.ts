import { nameKey } from "./defined-names";
import type { FoundHolder } from "./named-holders";

/** "the reporting person's spouse … the spouse": the first words say whose. */
export const isFuller = (holder: FoundHolder, known: FoundHolder): boolean =>
  holder.isUnnamed === true && holder.relation !== null && holder.start < known.start && known.end <= holder.end;

/** "a revocable trust … the trust": the same holder again. */
export function isSaidAgain(text: string, holder: FoundHolder, all: readonly FoundHolder[]) {
  const { start, end, isUnnamed, relation, words } = holder;
  const [head = ""] = words;
  return (
    isUnnamed &&
    relation === null &&
    text.slice(start, end).toLowerCase() === head &&
    all.some(
      (other) =>
        other !== holder && other.isUnnamed && other.start <= start && end <= other.end && other.words[0] === head,
    )
  );
}

type Words = Pick<FoundHolder, "start" | "end" | "words">;

/** "the Roe Trust f/b/o Jane Roe" is not "the Roe Trust f/b/o Karl Roe". */
export const keyOf = (text: string, { start, end, words }: Words): string =>
  `${nameKey(words)}${beneficiary.exec(text.slice(start, end))?.[0].toLowerCase() ?? ""}`;
const beneficiary = /\s(?:f\/b\/o|f\.b\.o\.|u\/w(?:\/o)?)\s.*$/i;

export const written = (text: string, { start, end }: Pick<FoundHolder, "start" | "end">): string =>
  text.slice(start, end).replace(/\s+/g, " ");

const owner = /\b(?:his|her)\s+$/i;

/** "his " or "her " before a vehicle. */
export const ownerOf = (text: string, { start }: Pick<FoundHolder, "start">): string =>
  owner
    .exec(text.slice(Math.max(0, start - 6), start))?.[0]
    .toLowerCase()
    .replace(/\s+/, " ") ?? "";

/** "500 shares held in his IRA and 300 shares held in her IRA": two holders of the same name. */
export function areOfBoth(text: string, found: readonly FoundHolder[]): boolean {
  const owners = new Set(found.filter((each) => each.isUnnamed && !each.relation).map((each) => ownerOf(text, each)));
  return owners.has("his ") && owners.has("her ");
}

export const isRelated = ({ relation }: FoundHolder): boolean => relation !== null;

const severalTrustees = /\b(?:each|trustees|ttees|executors|administrators|representatives)\b/i;

/** Not "Roe Trust Company, N.A., trustee of". */
const isTrust = ({ words }: FoundHolder): boolean =>
  words.some((word) => /^(?:trusts?|grats?|iras?|estate|foundation)$/.test(word)) &&
  !words.some((word) => /^(?:co|company|corp|bank|inc|llc)$/.test(word));

/** Those of a list who are not trustees of what follows: only the last, in "Roe GRAT No. 2, and Jane Roe, trustee of Roe GRAT No. 3". */
export function notTrustees(
  list: readonly FoundHolder[],
  last: readonly FoundHolder[],
  trustee: string | null,
): readonly FoundHolder[] {
  if (trustee === null) return list;
  return severalTrustees.test(trustee) ? [] : list.filter((holder) => !last.includes(holder) && isTrust(holder));
}
