import { isLegalForm } from "@/lib/names/legal-forms";
import { type Word, wordsOf } from "@/lib/names/words-of";
import { pattern } from "@/lib/values/pattern";
import { isNameEnd, isNeverInName, isPlainInCapitals, isVehicleWord, standsBefore } from "./name-words";

/** A name as it stands in a note: where, and its words for comparing. */
export type NameInNote = {
  start: number;
  end: number;
  words: readonly string[];
  /** Its words tell that it is a company, fund, trust or the like. */
  isVehicle: boolean;
};

export type NoteNames = {
  text: string;
  /** Capitals tell nothing in it. */
  inCapitals: boolean;
  words: readonly Word[];
  /** All names, in order. */
  all: readonly NameInNote[];
  /** The name whose first word begins at a place. */
  at: (start: number) => NameInNote | null;
};

const MOST_WORDS = 24;

const plural = (plain: string) => (plain.endsWith("s") ? plain.slice(0, -1) : plain);
const isNumeral = (plain: string) => /^(?:[ivx]+|\d+|[a-z]|\d+[a-z]|[a-z]\d+)$/.test(plain);

const bareMonth = pattern()`
  ^ (?:
    jan(?:uary)? | feb(?:ruary)? | mar(?:ch)? | apr(?:il)? | may | june? | july? | aug(?:ust)? |
    sept?(?:ember)? | oct(?:ober)? | nov(?:ember)? | dec(?:ember)?
  ) $
`;
const abbreviated = /^(?:irr|rev|irrev|fam|tr|st|dr|mr|mrs|ms|jr|sr|inc|corp|co|ltd|messrs)$/i;

/** After these a name ends, unless another legal form or a numeral follows. */
const hardForm = new Set(["lp", "llc", "llp", "lllp", "inc", "plc", "gmbh", "ltd"]);

const monthName = pattern()`
  (?:
    jan(?:uary)? | feb(?:ruary)? | mar(?:ch)? | apr(?:il)? | may | june? | july? | aug(?:ust)? |
    sept?(?:ember)? | oct(?:ober)? | nov(?:ember)? | dec(?:ember)?
  ) \.?
`;
const date = pattern()`
  ${monthName}\s*\d{1,2}(?:st|nd|rd|th)?,?\s*\d{4} | \d{1,2}\s+${monthName},?\s+\d{4} | ${monthName},?\s+\d{4} |
  \d{1,2}[/-]\d{1,2}[/-]\d{2,4} | \d{4}
`;
const ofTrust = pattern()`
  u\/?a\/?d | u\/?t\/?d | u\/?d\/?t | u\/?t\/?a | u\/?a | u\/?w | d\/?t\/?d |
  under\ (?:the\ )?(?:trust\ )?(?:agreement|declaration|instrument|will|deed)(?:\ of\ trust)? |
  as\ amended(?:\ and\ restated)?
`;
/** ", u/a/d May 1, 1995"; "dated July 22, 2003"; "U/T/A DTD 5/1/95". */
const dateClause = pattern("i")`
  ^,?\s* (?:\((?=[^)]{0,40}\)))? (?:(?:${ofTrust})\s*,?\s*)?
  (?:(?:dated|dtd\.?|u\/?a\/?d|u\/?t\/?d|d\/?t\/?d)\s*)? (?:as\ of\s+|of\s+)? ${date} \)?
  (?:,?\ as\ (?:amended|restated)(?:\ and\ restated)?)?
`;
const datedNext = pattern("i")`
  ^,?\s*\(? (?:
    u\/?[atdw] | d\/?t\/?d | dtd | dated | under\ (?:the\ )?(?:trust\ )?(?:agree|declar|instr|will|deed) |
    as\ amended | (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d
  )
`;
const forBenefit = pattern("u")`
  ^,?\s+ (?:(?:as\s+)?[Cc]ustodian\s+)? \(?
  (?:fbo|f\/b\/o|f\.b\.o\.|FBO|F\/B\/O|F\.B\.O\.|for\ the\ Benefit\ [Oo]f) \s+ (?=\p{Lu}(?!rs?\b))
`;

const oneName = pattern()`\p{Lu} (?:\.(?!\s+(?:The|He|She|Mr|Ms))|[\p{L}'’-]+)`;
const personNext = pattern("u")`^ ${oneName} (?:\s+(?:and\s+|&\s+)?${oneName}){0,5}`;

/** The names of a note, looked for when one asks. A name that runs through "and" or into brackets is one where its words show it. */
export function namesInNote(text: string): NoteNames {
  let found: Omit<NoteNames, "text"> | null = null;
  const names = () => {
    found ??= findNames(text);
    return found;
  };
  return {
    text,
    get inCapitals() {
      return names().inCapitals;
    },
    get words() {
      return names().words;
    },
    get all() {
      return names().all;
    },
    at: (start) => names().at(start),
  };
}

const roleWord = pattern()`
  (?:
    member | partner | manager | director | president | chairman | chair | trustee | trustees | officer |
    owner | shareholder | stockholder | custodian | executor | executrix | administrator | beneficiary |
    settlor | grantor | committee | ceo | cfo | board
  )s?$
`;

const beginsFundName = pattern()`
  ^ (?:
    opportunit(?:y|ies) | growth | income | special | technology | sons | daughters | associates | partners |
    equity | development | research | strategic | company | co | brothers
  ) $
`;

function findNames(text: string): Omit<NoteNames, "text"> {
  const words = wordsOf(text);
  const inCapitals = !/[a-z]{2}/.test(text.replace(/\b(?:and|of|the|for)\b/g, ""));
  const isProper = (word: Word): boolean =>
    (word.isProper || /^[a-z]+\d|^[a-z]{1,2}[A-Z]/.test(text.slice(word.start, word.end))) &&
    !isNeverInName(word.plain) &&
    !(inCapitals && isPlainInCapitals(word.plain));
  const gapBefore = (index: number): string => text.slice(words[index - 1]?.end ?? 0, words[index]?.start);

  /** The index behind the last word of the name that begins at a word. */
  const endOf = (from: number): number => {
    let to = from + (isRetirementCode(from) ? 2 : 1);
    while (to - from < MOST_WORDS) {
      const [last, next] = [words[to - 1], words[to]];
      if (!last || !next) break;
      const gap = gapBefore(to);
      if (/^\.?\s?,?\s*$/.test(gap) && isForm(next) && (next.isProper || next.plain === "lp" || next.plain === "llc")) {
        to++;
        continue;
      }
      if (/^,\s+$/.test(gap) && /^(?:jr|sr|ii|iii|iv)$/.test(next.plain) && next.isProper) {
        to++;
        continue;
      }
      if (/^ttees?$/.test(next.plain)) break;
      // "S.à r.l."
      if (last.plain === "sa" && next.plain === "rl") {
        to++;
        break;
      }
      if (isRetirementCode(to)) {
        to += 2;
        continue;
      }
      if (to - from > 1 && (isDating(next) || isMonth(from, to))) break;
      const inBrackets = bracketsEnd(to);
      if (inBrackets !== null) {
        to = inBrackets;
        continue;
      }
      if (
        !joins(gap, last) ||
        (gap.startsWith(".") && !isInitials(to) && (standsBefore(next.plain) || gapBefore(to - 1) === "-"))
      )
        break;
      const isAbbreviated = gap.startsWith(".") && isLegalForm(last.plain);
      if ((hardForm.has(last.plain) || isAbbreviated) && to - 1 > from) {
        const goesOn =
          isLegalForm(next.plain) || /^(?:[ivx]+|fbo|pty)$/.test(next.plain) || words[to + 1]?.plain === "co";
        if (!goesOn && !isPlanAhead(to)) break;
      }
      const isLowerPart = isVehicleWord(next.plain) && /^\s+$/.test(gap) && isNextProper(to + 1);
      if (isProper(next) || isLowerPart) {
        if (gap !== "-" && next.plain === "the") break;
        if (next.plain === "and" && !joinsByAnd(from, to)) break;
        to++;
        continue;
      }
      const beyond = beyondConnector(from, to);
      if (beyond === null) break;
      to = beyond;
    }
    while (to - 1 > from && /^(?:and|of|for|the|trustees?|ttee|custodian)$/.test(words[to - 1]?.plain ?? "")) to--;
    const [last, next] = [words[to - 1], words[to]];
    const isTrust = last && next && !next.isProper && /^(?:trusts?|foundation|grats?|partnership)$/.test(next.plain);
    return isTrust && to - from > 1 && /^\s+$/.test(gapBefore(to)) && !endsName(words.slice(from, to)) ? to + 1 : to;
  };

  /** A company or the like; "Co-Trustee" is none. */
  const isForm = ({ plain, end }: Word): boolean => isLegalForm(plain) && !(plain === "co" && text[end] === "-");

  /** "401(k)" */
  const isRetirementCode = (at: number): boolean =>
    /^40[13]$/.test(words[at]?.plain ?? "") &&
    /^[kb]$/.test(words[at + 1]?.plain ?? "") &&
    /^[\s-]?\(?$/.test(gapBefore(at + 1));

  /** "Dated", "U/A/D": what tells the date of a trust, not its name. */
  const isDating = ({ plain, end }: Word): boolean =>
    /^(?:dated|dtd|uad|utad|utd|uta|udt)$/.test(plain) ||
    (/^u[atd]?$/.test(plain) && /^(?:\/|\s+(?:dtd|dated|\d|[A-Z][a-z]{2}))/i.test(text.slice(end, end + 8)));

  /** "Trust March 20, 2019" */
  const isMonth = (from: number, at: number): boolean =>
    bareMonth.test(words[at]?.plain ?? "") && /^\d/.test(words[at + 1]?.plain ?? "") && endsName(words.slice(from, at));

  const joins = (gap: string, last: Word): boolean =>
    /^(?:['’]?\s+(?:#|No\.\s?)?|[-–‐/]|\s[-–]\s)$/.test(gap) ||
    (gap === "" && (text[last.start] === "&" || text[last.end] === "&")) ||
    (/^\.\s*$/.test(gap) && (last.plain.length === 1 || abbreviated.test(text.slice(last.start, last.end)))) ||
    (/^\.\s*$/.test(gap) &&
      last.plain === "no" &&
      /^\d/.test(text.slice(last.end + gap.length, last.end + gap.length + 1)));

  /** "Roe partners Fund 4": a small word within the name. */
  const isNextProper = (at: number): boolean => {
    const word = words[at];
    return (
      word !== undefined && isProper(word) && word.isProper && /^,?\s+$/.test(gapBefore(at)) && word.plain !== "the"
    );
  };

  /** "J. and L. Roe Investments" */
  const isInitials = (at: number): boolean =>
    words[at]?.plain === "and" &&
    words[at - 1]?.plain.length === 1 &&
    gapBefore(at).startsWith(".") &&
    words[at + 1]?.plain.length === 1;

  /** "Roe Corp. Employee Stock Ownership Plan": a company's name within that of its plan. */
  const isPlanAhead = (from: number): boolean => {
    for (let index = from; index < from + 8; index++) {
      const word = words[index];
      if (!word || (index > from && !/^\s+$/.test(gapBefore(index))) || !(isProper(word) || word.plain === "and"))
        return false;
      if (/^(?:plan|trust|esop|foundation)$/.test(word.plain)) return true;
    }
    return false;
  };

  /** "Partners Fund (Q), L.P.", "SVF II Beaver (DE) LLC": a short word in brackets, and the name goes on. */
  const bracketsEnd = (to: number): number | null => {
    if (!/^\s?\($/.test(gapBefore(to))) return null;
    let next = to + 1;
    while (next < to + 4 && /^\s$/.test(gapBefore(next))) next++;
    const [inside, behind] = [words[to], words[next]];
    if (!inside?.isProper || !behind || !/^\),?\s*$/.test(gapBefore(next))) return null;
    return isLegalForm(behind.plain) || (isProper(behind) && isVehicleWord(behind.plain)) ? next + 1 : null;
  };

  /** "Trust of Jane Roe", "Bank of the West", "Roe Trust for Children". */
  const beyondConnector = (from: number, to: number): number | null => {
    const connector = words[to]?.plain ?? "";
    if (!/^(?:of|for|and|de|la|van|von|der|del|du|fbo|an|the)$/.test(connector)) return null;
    let next = to + 1;
    if (words[next]?.plain === "the" && /^(?:of|for)$/.test(connector)) next++;
    const word = words[next];
    if (!word || !isProper(word) || !/^\s+$/.test(gapBefore(next))) return null;
    if (connector === "and") return joinsByAnd(from, to) ? next : null;
    if (connector === "the" || connector === "an") return null;
    const last = words[to - 1]?.plain ?? "";
    if (
      connector === "for" &&
      !/^(?:trusts?|iras?|account|accounts|foundation|institute|center|benefit|society)$/.test(last)
    )
      return null;
    if (connector === "of" && (isLegalForm(last) || isRole(from, to))) return null;
    return next;
  };

  /** "Jane and John Roe Living Trust" is one name, "Roe Fund and Doe Fund" and "Jane Roe and Roe Fund IV" are two. */
  const joinsByAnd = (from: number, at: number): boolean => {
    if (words[at] && text[words[at].start] === "&") return true;
    if (endsName(words.slice(from, at))) return false;
    const left = words.slice(from, at);
    const next = words[at + 1];
    if (next?.plain === "restated") return true;
    if (left.some(({ plain }) => /\d/.test(plain))) return false;
    if (!next || next.plain === "the" || !isProper(next)) return false;
    let to = at + 2;
    while (to - at < 10) {
      const [last, word] = [words[to - 1], words[to]];
      if (!last || !word) break;
      const gap = gapBefore(to);
      if (isDating(word)) break;
      const isLegal = /^,?\s*$/.test(gap) && isLegalForm(word.plain);
      if (!isLegal && (!joins(gap, last) || !isProper(word) || word.plain === "and")) break;
      to++;
    }
    const right = words.slice(at + 1, to);
    if (!endsName(right)) return false;
    // "Peter Roe and Juniper Fund IV, LP": a fund with a name of its own.
    if (beginsFundName.test(next.plain)) {
      return true;
    }
    return (
      right.some(({ plain }) => /^(?:trusts?|foundation|family|charitable|estate|plan|esop)$/.test(plain)) ||
      left.length === 1
    );
  };

  const isRole = (from: number, to: number): boolean => roleWord.test(words[to - 1]?.plain ?? "") && to - from <= 6;

  const nameFrom = (from: number): { name: NameInNote; to: number } => {
    const to = endOf(from);
    const plain = words.slice(from, to).map((word) => word.plain);
    let end = words[to - 1]?.end ?? 0;
    if (text[end] === "." && /^(?:inc|corp|co|ltd)$/i.test(text.slice(words[to - 1]?.start, end))) end++;
    const isVehicle = plain.some((word, n) => {
      if (isRetirementCode(from + n)) return true;
      if (n === 0 && plain.length > 1) return /^(?:trust|estate|iras?|grats?)$/.test(word);
      const at = words[from + n];
      return isVehicleWord(word) || (at !== undefined && isForm(at));
    });
    if (isRetirementCode(to - 2)) end = withPlan(text, end);
    if (isVehicle) end = withTail(text, end, plain);
    return { name: { start: words[from]?.start ?? 0, end, words: plain, isVehicle }, to };
  };

  const mayBegin = (index: number): boolean => {
    const word = words[index];
    if (!word || !isProper(word)) return false;
    if (word.plain === "the") {
      if (inCapitals) return false;
      const next = words[index + 1];
      return next !== undefined && isProper(next) && /^\s+$/.test(gapBefore(index + 1));
    }
    return word.plain !== "and";
  };

  const all: NameInNote[] = [];
  for (let index = 0; index < words.length; ) {
    const word = words[index];
    if (!word || !mayBegin(index) || (word.plain !== "the" && standsBefore(word.plain)) || /^\d+$/.test(word.plain)) {
      index++;
      continue;
    }
    const { name, to } = nameFrom(index);
    all.push(name);
    index = Math.max(to, index + 1);
    while ((words[index]?.start ?? Number.POSITIVE_INFINITY) < name.end) index++;
  }
  const known = new Map<number, NameInNote | null>(all.map((name) => [name.start, name]));
  let indexAt: Map<number, number> | null = null;
  return {
    inCapitals,
    words,
    all,
    at: (start) => {
      const name = known.get(start);
      if (name !== undefined) return name;
      indexAt ??= new Map(words.map((word, index) => [word.start, index]));
      const index = indexAt.get(start);
      const other = index !== undefined && mayBegin(index) ? nameFrom(index).name : null;
      known.set(start, other);
      return other;
    },
  };
}

/** Whether words end as the name of a vehicle does, numerals left aside: "Roe Family Trust II". */
function endsName(words: readonly Word[]): boolean {
  let last = words.length - 1;
  while (last > 0 && isNumeral(words[last]?.plain ?? "")) last--;
  const plain = words[last]?.plain ?? "";
  return isLegalForm(plain) || isNameEnd(plain);
}

/** "Roe Corporation 401(k)", with "Retirement Savings Plan". */
function withPlan(text: string, end: number): number {
  const at = text[end] === ")" ? end + 1 : end;
  return (
    at + (/^\s+(?:[\w&]+\s+){0,3}?(?:plan|account)(?:\s+account)?\b/i.exec(text.slice(at, at + 80))?.[0].length ?? 0)
  );
}

/** With the clause that dates a trust, and for whose benefit it is, where that is a name too. */
function withTail(text: string, end: number, words: readonly string[]): number {
  const mayBenefit = words.some((word) => /^(?:trusts?|ira|account|co|llc|inc|bank|plan|custodian)$/.test(word));
  let at = mayBenefit ? withBenefit(text, end) : end;
  if (
    words.some(
      (word) => /^(?:trusts?|unitrust|grat|grats|agreement|foundation)$/.test(plural(word)) || /^trusts?$/.test(word),
    )
  ) {
    const rest = text.slice(at, at + 110);
    const dated = datedNext.test(rest) ? dateClause.exec(rest) : null;
    if (dated) at = withBenefit(text, at + dated[0].replace(/,? as (?:amended|restated).*$/i, "").length);
  }
  return at;
}

function withBenefit(text: string, end: number): number {
  const benefit = forBenefit.exec(text.slice(end, end + 40));
  if (!benefit) return end;
  const start = end + benefit[0].length;
  return start + (personNext.exec(text.slice(start, start + 80))?.[0].length ?? -benefit[0].length);
}
