import { matchAt } from "@/lib/footnotes/vocabulary/places-of";
import { andAnother, insidersOwn, isSameKind, lastOfList, ownedBy, showsKind } from "./list-words";
import type { FoundHolder } from "./named-holders";

type Item = { holders: FoundHolder[]; end: number };

/** "the Roe Foundation, a charitable foundation": the same holder again. */
export function isApposition(
  text: string,
  { holders: [holder], end }: Item,
  at: number,
  named: FoundHolder | undefined,
): boolean {
  const isDescribed =
    /^an?\s/i.test(text.slice(at, at + 3)) ||
    (holder?.isUnnamed === true && holder.relation === null && holder.start === at);
  // "the Roe 401(k) Plan, a family partnership and the Doe Trust": three holders
  const isListed =
    holder !== undefined &&
    named !== undefined &&
    matchAt(lastOfList, text, end) !== null &&
    (named.isUnnamed || showsKind(named.words.join(" "))) &&
    !isSameKind(holder.words.at(-1) ?? "", named.words.join(" "));
  return isDescribed && !isListed;
}

/** "Roe LLC, his wholly owned company": the holder just named. "Roe LLC, his company and his wife" may be three. */
export function isDescription(
  text: string,
  { holders: [holder], end }: Item,
  at: number,
  named: FoundHolder | undefined,
): boolean {
  if (!named || named.isUnnamed || !holder?.isUnnamed || holder.relation !== null) return false;
  if (!/,\s*$/.test(text.slice(Math.max(0, at - 3), at)) || !insidersOwn.test(text.slice(at, end))) return false;
  return (
    isSameKind(holder.words.at(-1) ?? "", named.words.join(" ")) &&
    (ownedBy.test(text.slice(holder.start, end)) || !andAnother.test(text.slice(end)))
  );
}
