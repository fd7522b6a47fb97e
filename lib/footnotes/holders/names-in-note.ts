import { lettersBefore, lettersFrom, NEAR } from "@/lib/footnotes/vocabulary/words";
import { MONTH } from "@/lib/footnotes/vocabulary/written-dates";
import { type NameWord, wordsOf } from "@/lib/names/words-of";
import { pattern } from "@/lib/values/pattern";
import { NameBounds } from "./name-bounds";
import { withPlan, withTail } from "./name-tail";
import { isVehicleWord, standsBefore } from "./name-words";

/** A name in a note: its place, and its words for comparison. */
export type NameInNote = {
  start: number;
  end: number;
  words: readonly string[];
  /** Its words mark it as a company, fund, trust or the like. */
  isVehicle: boolean;
};

/** "Roe Clearing as custodian FBO Jane Roe IRA" */
const custodianFor = /^,?\s+(?:as\s+)?custodian\s+(?:fbo|f\/b\/o)\b/i;

/** "L. Roe & Sons, a general partnership, in which": a vehicle whose name does not show it. */
const isCalledVehicle = pattern("i")`
  ^ ,\s+ an?\s+ (?:(?!(?:director|officer|trustee|partner|member|beneficiary|manager)\b)[\w'’-]+\s+){0,4}?
  (?:partnership|company|corporation|trust|fund|foundation|firm|proprietorship|association|cooperative|joint\s+venture|charity|entity|(?:family|investment)\s+vehicle)
  (?=\s*(?:[,.;()]|$|(?:in|of|over|for)\s+which\b|that\b|which\b|whose\b|wholly\b|owned\b|controlled\b|organi[sz]ed\b|formed\b|registered\b|of\s+(?:the\s+reporting\s+person|his|her)\b))
`;

/** "sold by Roe Advocacy pursuant to its Rule 10b5-1 plan": no person. */
const underItsPlan =
  /^,?\s+(?:pursuant\s+to|under|in\s+accordance\s+with|through)\s+its\s+(?:own\s+|written\s+)?(?:(?:SEC\s+)?(?:Rule\s+)?10b5[-‐-―]1|(?:pre-?arranged\s+)?trading\s+plan)\b/i;
/** "through January 20, 2025": a day, and not a name. */
const isDay = pattern("i")`^ ${MONTH} \.? \s+ (?:\d{1,2}(?:,?\s+(?:19|20)\d\d)?|(?:19|20)\d\d) $`;

const beforeYear = /(?:^|[.;:]\s+|(?<!\d),\s+|\b(?:by|the|and|which|that)\s+)$/i;

/** "A FAMILY TRUST", "VARIOUS TRUSTS", all in capitals, but not "A PLUS LLC". */
const isUnnamedInCapitals = pattern("i")`
  ^ (?:an?|his|her|two|three|four|five|certain|various|several) \s+
  (?:(?:family|revocable|irrevocable|living|grantor|retained|annuity|charitable|remainder|private|separate|joint|custodial|roth|rollover|self-directed|life|insurance|general|limited|wholly[\s-]owned|investment|holding)\s+){0,4}
  (?:trusts?|partnerships?|foundations?|liability|companies|company|grats?|iras?|donor|accounts?|entity|entities|llcs?|plan) \b
`;

/** "Roe Bank, N.A.", "Roe Trust Company, National Association" */
const national = /^,?\s+(?:N\.\s?A\.?(?![\w.])|National\s+Association\b)/;

/** The names of a note, found when first needed. A name may continue through "and" or into brackets if its words show it. */
export class NoteNames {
  private readWords: readonly NameWord[] | null = null;
  private readBounds: NameBounds | null = null;
  private found: readonly NameInNote[] | null = null;
  private readonly known = new Map<number, NameInNote | null>();
  private indexAt: ReadonlyMap<number, number> | null = null;

  /** The text is all in capitals, so that they carry no meaning. */
  readonly inCapitals: boolean;

  constructor(readonly text: string) {
    this.inCapitals = !/[a-z]{2}/.test(text.replace(/\b(?:and|of|the|for)\b/g, ""));
  }

  get words(): readonly NameWord[] {
    this.readWords ??= wordsOf(this.text);
    return this.readWords;
  }

  private get bounds(): NameBounds {
    this.readBounds ??= new NameBounds(this.text, this.words, this.inCapitals);
    return this.readBounds;
  }

  /** All names, in order. */
  get all(): readonly NameInNote[] {
    if (this.found === null) {
      this.found = this.findAll();
      for (const name of this.found) this.known.set(name.start, name);
    }
    return this.found;
  }

  /** The name whose first word begins at a place. */
  at(start: number): NameInNote | null {
    if (this.found === null) void this.all;
    const name = this.known.get(start);
    if (name !== undefined) return name;
    this.indexAt ??= new Map(this.words.map((word, index) => [word.start, index]));
    const index = this.indexAt.get(start);
    const begun = index !== undefined && this.mayBegin(index) ? this.nameFrom(index).name : null;
    const other = begun && isDay.test(this.text.slice(begun.start, begun.end)) ? null : begun;
    this.known.set(start, other);
    return other;
  }

  private findAll(): NameInNote[] {
    const { words } = this;
    const all: NameInNote[] = [];
    for (let index = 0; index < words.length; ) {
      const word = words[index];
      const isName = word && this.mayBegin(index) && (word.plain === "the" || !standsBefore(word.plain));
      if (!isName || (/^\d+$/.test(word.plain) && !this.isYearOfName(index))) {
        index++;
        continue;
      }
      const { name, to } = this.nameFrom(index);
      if (!isDay.test(this.text.slice(name.start, name.end))) all.push(name);
      index = Math.max(to, index + 1);
      while ((words[index]?.start ?? Number.POSITIVE_INFINITY) < name.end) index++;
    }
    return all;
  }

  private nameFrom(from: number): { name: NameInNote; to: number } {
    const to = this.bounds.endOf(from);
    const plain = this.words.slice(from, to).map((word) => word.plain);
    let end = this.words[to - 1]?.end ?? 0;
    if (
      this.text[end] === "." &&
      /^(?:inc|corp|co|ltd|ltda|kft|zrt|pvt|bhd|tbk|cia)$/i.test(this.text.slice(this.words[to - 1]?.start, end))
    )
      end++;
    const isVehicle =
      plain.some((word, n) => {
        if (this.bounds.isRetirementCode(from + n)) return true;
        if (n === 0 && plain.length > 1)
          return /^(?:trust|estate|iras?|grats?|stichting|fondation|fundacion|temple|congregation|church|university|college|museum|friends|kirk|ymca|ywca)$/.test(
            word,
          );
        const at = this.words[from + n];
        return isVehicleWord(word) || (at !== undefined && this.bounds.isForm(at));
      }) ||
      (plain.length > 1 &&
        (isCalledVehicle.test(lettersFrom(this.text, end, NEAR)) ||
          underItsPlan.test(lettersFrom(this.text, end, NEAR)))) ||
      // "Roe & Sons"
      (plain.length > 2 &&
        plain.at(-2) === "and" &&
        /^(?:sons?|daughters?|brothers?|bros|sisters|cie|partners)$/.test(plain.at(-1) ?? ""));
    if (plain.some((word) => /^(?:bank|trust|bancorp)$/.test(word)))
      end += national.exec(lettersFrom(this.text, end, NEAR))?.[0].length ?? 0;
    const isCustodian = custodianFor.test(this.text.slice(end, end + 30));
    if (this.bounds.isRetirementCode(to - 2)) end = withPlan(this.text, end);
    if (isVehicle || isCustodian) end = withTail(this.text, end, isCustodian ? [...plain, "custodian"] : plain);
    return {
      name: { start: this.words[from]?.start ?? 0, end, words: plain, isVehicle: isVehicle || isCustodian },
      to,
    };
  }

  /** "by 2016 Roe Investments LLC": a year that begins a name, and not the year of a date before it. */
  private isYearOfName(index: number): boolean {
    const [year, next] = [this.words[index], this.words[index + 1]];
    if (!year || !next?.isProper || !/^(?:19|20)\d\d$/.test(year.plain) || this.gapBefore(index + 1) !== " ")
      return false;
    return beforeYear.test(lettersBefore(this.text, year.start, NEAR)) && this.nameFrom(index).name.isVehicle;
  }

  private gapBefore(index: number): string {
    return this.text.slice(this.words[index - 1]?.end ?? 0, this.words[index]?.start);
  }

  private mayBegin(index: number): boolean {
    const word = this.words[index];
    if (!word || !this.bounds.isProper(word)) return false;
    if (word.plain === "the") {
      if (this.inCapitals) return false;
      const next = this.words[index + 1];
      return next !== undefined && this.bounds.isProper(next) && /^\s+$/.test(this.gapBefore(index + 1));
    }
    return (
      word.plain !== "and" && !(this.inCapitals && isUnnamedInCapitals.test(lettersFrom(this.text, word.start, NEAR)))
    );
  }
}
