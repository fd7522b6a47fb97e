import { pattern } from "@/lib/values/pattern";

/** Verbs that a list of parts follows, and the words before them that say what number they are about. */

/** A part begins with its number, with its name, or with a list mark. */
export const verb = pattern("gi")`
  \b (?:also\s+)? (?:
    (
      includ(?:es?|ed(?!\s+(?:in|herein|on|under|as|with|within|above|below|among)\b)) | including |
      inclusive\s+of | counts |
      among\s+(?:the|these|those|such)\s+(?:reported\s+)?(?:shares|securities|units)\s+
        (?:(?:reported|shown)\s+)?(?:are|is|were) |
      takes?\s+(?:account\s+of|into\s+account)
    ) |
    (
      combines | consists?\s+of | consisted\s+of | consisting\s+of | (?:is|are)\s+comprised\s+of |
      comprised\s+of | comprises?
    ) |
    (reflects?|reflecting) | (represents?)
  ) \b
`;
export const notNumber = pattern("i")`
  \b (?:
    price | prices | fees? | commissions? | committee | board | family | group | plan | award | agreement |
    (?<!following\s+(?:the\s+)?(?:reported\s+)?)transactions? | term | definition | distribution |
    consideration | (?<=\b(?:from|under|of|in|through)\s[^.;]{0,40})(?:grants|awards) | grant | report | form | filing | beneficiaries | members | trustees | entities | persons? |
    period | conditions? | criteria | date | policy | program
  ) \s+ (?:\([^)]*\)\s*)? (?:that\s+|which\s+|also\s+|reported\s+(?:herein\s+|above\s+)?)* $
`;
export const ofNumber = pattern("i")`
  \b (?:
    numbers? | amounts? | totals? | balances? | holdings? | ownership | owned | aggregate | position | figure |
    shares? | securities | units? | rsus? | stock | options | column\s+\d+ |
    following\s+(?:the\s+)?(?:reported\s+)?transactions?\)? | this | these | it | table | line | reported
  ) \b
`;
/** "Each unit consists of one share and one warrant" */
export const ofUnit = /\b(?:each|every|per)\s+(?:\w+\s+)?(?:units?|ads)\b[^;]{0,60}$/i;
export const afterTransaction = pattern("i")`
  \b (?:after|following|upon|in) \s+ (?:the\s+|such\s+|this\s+|these\s+|all\s+)? (?:reported\s+|above\s+)?
  transactions?\)?\s*$
`;
/** "Shares held by the reporting person include 3,000 shares" */
export const heldByInsider =
  /\b(?:shares|securities|stock)\s+(?:\w+ly\s+)?(?:held|owned)\s+(?:\w+ly\s+)?by\s+the\s+reporting\s+persons?\s+$/i;
export const negated = /\b(?:not|nor|no\s+longer)\s+(?:\w+\s+)?$/i;
