import { sentences } from "@/lib/footnotes/vocabulary/sentences";
import { pattern } from "@/lib/values/pattern";

/** "See Remarks", "*", "Please see footnote 1": the title is elsewhere. */
const POINTER = pattern("i")`
  ^\W* (?:please\s+)? (?:
    (?:see|refer\s+to)\b.*\b(?:remark|note|footnote|explanation|comment|below|attach|exhibit)\w*\b.* |
    (?:titles?\s+)?(?:in\s+)?remarks
  )? \W*$
`;
/** The same after a title: "EVP (see remarks)", "EVP*". */
const TRAILING_POINTER =
  /[\s,;:–-]*(?:[[(]?\s*\bsee\s+(?:the\s+)?(?:remark|footnote|note|explanation)\w*[^)\]]*[)\]]?|\*+)\s*$/i;

export const isPointer = (text: string): boolean => POINTER.test(text);

const LABEL = pattern("i")`
  ^ (?:(?:the\s+)?reporting\s+person['’]s\s+)? (?:full\s+|complete\s+|officer\s+|official\s+)*
  (?:titles?|positions?) (?:\s*\(s\))? (?:\s+(?:is|are)\b|\s*[:–-]) \s*
`;
const SUBJECT = /^(?:the\s+)?reporting\s+person\s+(?:is|serves\s+as)\s+(?:the\s+|an?\s+)?(?:issuer['’]s\s+)?/i;

const TITLE_HEAD = pattern("i")`
  \b (?:
    officer | president | chair(?:man|woman|person)? | secretary | treasurer | counsel | controller | director |
    head | manager | partner | founder | [es]?vp | c[a-z]o
  ) \b
`;
/** Words of a sentence about something else. */
const NO_TITLE = pattern("i")`
  \d{3} | [$%] |
  \b (?:
      is | are | was | were | be | been | has | have | had | will | may | shall | who | which | that | this |
      these | filed | filings? | forms? | exhibits? | attorney | pursuant | shares? | stock | securit(?:y|ies) |
      persons? | holds? | held | owns? | owned | disclaims? | transactions? | reports? | reported | reporting |
      footnotes? | remarks? | plan | agreement | effective | appointed | until | formerly | resigned
    ) \b
`;
const SMALL_WORD = /^(?:of|and|the|for|to|in|at|on|a|an|de|van|von)$/;

/** Longer than the titles of three offices. */
const LONGEST = 200;

/** The first sentence of the remarks, if it is nothing but a title. */
export function titleInRemarks(remarks: string): string | null {
  const line = remarks.split("\n").find((part) => part.trim() !== "") ?? "";
  const sentence = sentences(line)[0]?.text ?? "";
  const title = sentence
    .replace(/^[("“*\s]+/, "")
    .replace(LABEL, "")
    .replace(SUBJECT, "")
    .replace(/[\s.;)"”]+$/, "");
  if (title === "" || title.length > LONGEST || NO_TITLE.test(title) || !TITLE_HEAD.test(title)) return null;
  const words = title.split(/[\s,/&-]+/).filter((word) => /\p{L}/u.test(word) && !SMALL_WORD.test(word));
  return words.every((word) => /^\P{L}*\p{Lu}/u.test(word)) ? title : null;
}

/** A title without a pointer after it. */
export const bareTitle = (title: string): string => title.replace(TRAILING_POINTER, "").trim().replace(/\s+/g, " ");

const ABBREVIATIONS = new Map(
  Object.entries({
    asst: "assistant",
    ceo: "chief executive officer",
    cfo: "chief financial officer",
    chmn: "chairman",
    chro: "chief human resources officer",
    coo: "chief operating officer",
    cto: "chief technology officer",
    evp: "executive vice president",
    exec: "executive",
    gc: "general counsel",
    gen: "general",
    hr: "human resources",
    intl: "international",
    mgr: "manager",
    mktg: "marketing",
    off: "officer",
    ofcr: "officer",
    offr: "officer",
    ops: "operations",
    pres: "president",
    sec: "secretary",
    secy: "secretary",
    sevp: "senior executive vice president",
    sr: "senior",
    svp: "senior vice president",
    treas: "treasurer",
    vp: "vice president",
  }),
);

const UNSAID = new Set(["and", "of", "the"]);

/** Words in lower case, with abbreviations written out: "V.P., Fin. & Sec'y" becomes vice, president, fin, secretary. */
export const titleWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/(?<![a-z.])(?:[a-z]\.){2,}/g, (initials) => `${initials.replaceAll(".", "")} `)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !UNSAID.has(word))
    .flatMap((word) => (ABBREVIATIONS.get(word) ?? word).split(" "));

const flatKey = (title: string) => titleWords(title).join(" ");

/** Offices in any order: "CEO and President" equals "President & CEO". */
const officesKey = (title: string) =>
  title
    .split(/[,;/&+]|\band\b/i)
    .map(flatKey)
    .filter((office) => office !== "")
    .sort()
    .join("|");

/** The form's field has this many characters and cuts off the rest. A space at the end is not kept. */
const FIELD_LENGTH = 30;
const mayBeCut = (title: string) => title.length === FIELD_LENGTH || title.length === FIELD_LENGTH - 1;

const plainText = (title: string) => title.toLowerCase().replace(/\s+/g, " ");

const isCutFrom = (cut: string, whole: string) =>
  mayBeCut(cut) &&
  ((whole.length > cut.length && plainText(whole).startsWith(plainText(cut))) ||
    (flatKey(whole).length > flatKey(cut).length && flatKey(whole).startsWith(flatKey(cut))));

/**
 * Gives one spelling to an office that is filed under several: for each title as filed, the title to show. `titles` are in the
 * order of their filings.
 */
export function shownTitles(titles: readonly string[]): Map<string, string> {
  const groups = groupSpellings([...new Set(titles)]);
  for (const group of [...groups]) {
    const wholes = groups.filter((other) =>
      other.some((whole) => group.every((cut) => cut !== whole && isCutFrom(cut, whole))),
    );
    const [whole] = wholes;
    // A title that was cut off may be either of two that begin with it.
    if (!whole || wholes.length > 1) continue;
    groups.splice(groups.indexOf(group), 1);
    whole.unshift(...group);
  }
  const place = new Map(titles.map((title, index) => [title, index]));
  return new Map(
    groups.flatMap((group) => {
      const spellings = group.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
      const shown = bestSpelling(spellings);
      return spellings.map((title): [string, string] => [title, shown]);
    }),
  );
}

function groupSpellings(titles: readonly string[]): string[][] {
  const groups: { keys: Set<string>; titles: string[] }[] = [];
  for (const title of titles) {
    const group = { keys: new Set([flatKey(title), officesKey(title)]), titles: [title] };
    for (const other of groups.filter(({ keys }) => [...group.keys].some((key) => keys.has(key)))) {
      groups.splice(groups.indexOf(other), 1);
      for (const key of other.keys) group.keys.add(key);
      group.titles.unshift(...other.titles);
    }
    groups.push(group);
  }
  return groups.map((group) => group.titles);
}

const isAllCapitals = (title: string) => title === title.toUpperCase() && /\p{Lu}{2}/u.test(title);

/**
 * The last one filed. A complete title comes before one that was cut off, and one with lower-case letters before one in capitals.
 */
function bestSpelling(spellings: readonly string[]): string {
  const whole = spellings.filter((title) => !spellings.some((other) => other !== title && isCutFrom(title, other)));
  const written = whole.filter((title) => !isAllCapitals(title));
  return written.at(-1) ?? inTitleCase(whole.at(-1) ?? spellings.at(-1) ?? "");
}

const TITLE_WORDS = new Set(
  `ACCOUNTING ACTING ADMINISTRATION ADMINISTRATIVE AFFAIRS ASSISTANT ASSOCIATE AUDIT BANKING BOARD BUSINESS CHAIR CHAIRMAN
  CHAIRPERSON CHAIRWOMAN CHIEF COMMERCIAL COMMUNICATIONS COMPLIANCE CONTROLLER CORPORATE COUNSEL CREDIT CUSTOMER DEPUTY
  DEVELOPMENT DIGITAL DIRECTOR DIVISION ENGINEERING EXECUTIVE EXPLORATION FINANCE FINANCIAL FOUNDER GENERAL GLOBAL GROUP HEAD
  HUMAN INFORMATION INTERIM INTERNATIONAL INVESTMENT INVESTOR LEGAL LENDING MANAGER MANAGING MANUFACTURING MARKETING MEDICAL
  MEMBER OFFICER OPERATING OPERATIONS PARTNER PLANNING PRESIDENT PRINCIPAL PRODUCT PRODUCTION PUBLIC QUALITY REGIONAL REGULATORY
  RELATIONS RESEARCH RESOURCES RISK SALES SCIENTIFIC SECRETARY SECURITY SENIOR SERVICES STRATEGIC STRATEGY SUPPLY TAX TECHNICAL
  TECHNOLOGY TREASURER VICE WORLDWIDE`.split(/\s+/),
);
const ACRONYMS = new Set(
  "AVP CAO CCO CDO CEO CFO CHRO CIO CLO CMO COO CPO CRO CSO CTO EVP GC HR IR IT SEVP SVP VP".split(" "),
);
const JOINING = new Set(["OF", "AND", "THE", "FOR", "TO"]);

/** Converts a title in capitals if no word in it can be an abbreviation; otherwise keeps it as filed. */
function inTitleCase(title: string): string {
  const words = title.match(/\p{L}+/gu) ?? [];
  if (
    !isAllCapitals(title) ||
    !words.every((word) => TITLE_WORDS.has(word) || ACRONYMS.has(word) || JOINING.has(word))
  ) {
    return title;
  }
  return title.replace(/\p{L}+/gu, (word, at: number) => {
    if (ACRONYMS.has(word)) return word;
    return JOINING.has(word) && at > 0 ? word.toLowerCase() : `${word.charAt(0)}${word.slice(1).toLowerCase()}`;
  });
}
