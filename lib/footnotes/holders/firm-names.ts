import { lettersFrom, NEAR } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";

/** "(Morrow), Tilden & Co.", "(Ives), Tolland & Brace LLP": the names of partners, which look like a list of holders. */
const furtherPartners = pattern("u")`
  ^ (?: ,\s+ \p{Lu}[\p{L}'’-]+ ){1,3} \s+ & \s+ (?:
    (?:Co|Company|Sons|Bros|Brothers|Associates|Partners) (?![\p{L}-]) | (?= \p{Lu}[\p{L}'’-]+ ,? \s+ (?:L\.?L\.?[CP]\.?|L\.?P\.?|P\.?C\.?|Inc|Incorporated|Ltd|Limited) (?![\p{L}]) ) |
    # "(Clayton), Dubilier & Rice Fund VIII, L.P."
    (?= \p{Lu}[\p{L}'’-]+ \s+ (?:\p{Lu}[\p{L}-]+\s+)? (?:Fund|Partners|Capital|Holdings|Investors|Ventures|Associates) \s+ (?:[IVX]+(?:-[A-Z])?\s*,?\s+ | ,\s+)? (?:L\.?L?\.?[CP]\b|Ltd) )
  )
`;

/** Where the partners of a firm end that are named after the first one, or null if a name is not that of a firm. */
export function firmEnd(text: string, firstEnd: number): number | null {
  const further = furtherPartners.exec(lettersFrom(text, firstEnd, NEAR * 2));
  return further && firstEnd + further[0].trimEnd().length;
}
