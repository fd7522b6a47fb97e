import { pattern } from "@/lib/values/pattern";
import { ALL, placesOf } from "./places-of";
import { type Words, wordsAt } from "./words";

/** A full stop, question mark or line break ends a sentence if a new one begins; a semicolon always does. */
const boundary = /[.!?]["”')\]]*\s+(?=["“'([]*[A-Z0-9])|;\s+|\n\s*\n\s*/g;

const abbreviation = pattern("i")`
  (?:^|[\s("“]) (?:
    Mr | Mrs | Ms | Dr | Jr | Sr | St | Ste | Mt | Ft | Messrs | Rev | Hon | Prof | Sgt | Lt | Capt |
    Col | Gen | Inc | Corp | Co | Ltd | Bros | Nos? | vs? | Jan | Feb | Mar | Apr |
    Jun | Jul | Aug | Sept? | Oct | Nov | Dec | [A-Z](?:\.[A-Z])*
  ) \.$
`;

/**
 * No sentence in a note is this long. Text without an end is cut at a space, so that the time to read it grows only with its
 * length.
 */
const LONGEST = 2_000;

/** The full stop of a title, an initial or a company's form, which does not end a sentence: "St. Mary's", "Jane Q. Roe", "Roe, Inc. sold" */
const stopOfName = pattern()`
  (?<= \b (?:Mr|Mrs|Ms|Dr|St|Ste|Mt|Ft|Messrs|Rev|Hon|Prof|Sgt|Lt|Capt|Col|Gen) \. ) (?=\s+(?:\p{Lu}|and\b)) |
  (?<= \b (?!Class|Series|Tranche|Section|Exhibit|Schedule|Part|Table|Note|Type) \p{Lu}\p{Ll}+\s\p{Lu} \. )
    (?=\s+ (?!The|He|She|They|It|These|This|Mr|Mrs|Ms|Each|On|In) \p{Lu}\p{Ll}+) |
  (?<= \b (?!CLASS|SERIES|TRANCHE|SECTION|EXHIBIT|SCHEDULE|PART|TABLE|NOTE|TYPE|PLAN) \p{Lu}{2,}\s\p{Lu} \. )
    (?=\s+ (?!(?:THE|HE|SHE|THEY|IT|THESE|THIS|MR|MS|MRS|EACH|ON|IN|AS|REPORTING|SHARES)\b) \p{Lu}{2,}) |
  (?<= \b (?:Jr|Sr|Inc|Corp|Co|Ltd|Bros) \. ) (?=\s+\p{Ll}|['’]s\b)
`;
const nameStop = pattern("gu")`\. (?:${stopOfName})`;
/** Also that of "Doe, L.P. sold" and "$12.50" */
const innerStop = pattern("gu")`
  \. (?:
    ${stopOfName} |
    (?<= \d \. ) (?=\d) | (?<= \b L \. ) (?=(?:L\.)?[PC]\.) | (?<= \b L\.L \. ) (?=[PC]\.) | (?<= \b L\.(?:L\.)?[PC] \. ) (?=,|\s+\p{Ll})
  )
`;

/** The same text with blanks for those full stops, so that a pattern may take the others for ends. */
export const withoutInnerStops = (text: string): string => text.replace(innerStop, " ");
export const withoutNameStops = (text: string): string => text.replace(nameStop, " ");

/** The sentences of a note, trimmed. A full stop that may belong to an abbreviation does not end a sentence. */
export function sentences(text: string): Words[] {
  const found: Words[] = [];
  let start = 0;
  const add = (end: number) => {
    const words = wordsAt(text, start, end);
    const inner = words.text.trim();
    let from = start + words.text.indexOf(inner);
    const until = from + inner.length;
    while (until - from > LONGEST) {
      const space = text.lastIndexOf(" ", from + LONGEST);
      const cut = space > from ? space + 1 : from + LONGEST;
      found.push(wordsAt(text, from, cut));
      from = cut;
    }
    if (from < until) found.push(wordsAt(text, from, until));
  };
  for (const match of placesOf(text, boundary, ALL)) {
    if (match[0].startsWith(".") && abbreviation.test(text.slice(Math.max(start, match.index - 12), match.index + 1))) {
      continue;
    }
    add(match.index + match[0].length);
    start = match.index + match[0].length;
  }
  add(text.length);
  return found;
}
