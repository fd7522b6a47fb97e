import { isLegalForm } from "@/lib/names/legal-forms";
import type { NameWord } from "@/lib/names/words-of";
import { isNumeral } from "./name-forms";
import { isVehicleWord } from "./name-words";

/** The words in which a name stands, as `NameBounds` has them. */
type Bounds = {
  words: readonly NameWord[];
  gapBefore: (index: number) => string;
  isProper: (word: NameWord) => boolean;
  isForm: (word: NameWord) => boolean;
};

/** "Fund (Q), L.P.", "QWF II Heron (DE) LLC", "Co-Invest (Cayman) II, L.P.": a short word in brackets, after which the name continues. */
export function bracketsEnd(bounds: Bounds, to: number): number | null {
  if (!/^\.?\s?\($/.test(bounds.gapBefore(to))) return null;
  let next = to + 1;
  while (next < to + 4 && /^(?:[\s-]|\.\s)$/.test(bounds.gapBefore(next))) next++;
  const [inside, behind] = [bounds.words[to], bounds.words[next]];
  if (!inside?.isProper || !behind || !/^\),?\s*$/.test(bounds.gapBefore(next))) return null;
  if (bounds.isForm(behind) || (bounds.isProper(behind) && isVehicleWord(behind.plain))) return next + 1;
  let form = next;
  while (form < next + 3 && isNumeral(bounds.words[form]?.plain ?? "") && bounds.words[form]?.isProper) form++;
  const isNumbered =
    form > next && isLegalForm(bounds.words[form]?.plain ?? "") && /^,?\s+$/.test(bounds.gapBefore(form));
  return isNumbered ? form + 1 : null;
}
