import { pattern } from "@/lib/values/pattern";
import { NEAR } from "./words";

/** The last word of a holder in a list. */
export const holderWord = pattern()`
  (?:
    Trust | Fund | L\.?P\.? | LLC | L\.L\.C\. | Inc\.? | Ltd\.? | Foundation | Partners | GRAT | IRA | [Pp]lan | Estate | [IVX]+(?:-[A-Z])? |
    [Ss]pouse | [Ww]ife | [Hh]usband | [Ss]on | [Dd]aughter | [Cc]hildren | [Aa]ccounts?
  ) (?:\s+\([^()]{2,${NEAR}}\))?
`;
