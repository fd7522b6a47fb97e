import { isLegalForm } from "@/lib/names/legal-forms";
import type { NameWord } from "@/lib/names/words-of";
import { firmEnd } from "./firm-names";
import { bracketsEnd } from "./name-brackets";
import {
  abbreviated,
  asForm,
  bareMonth,
  beginsAnother,
  beginsFundName,
  endsName,
  formInCapitals,
  hardForm,
  isDating,
  isRoman,
  maybeInName,
  numberOfFund,
  ofPlace,
  ofTrust,
  roleWord,
  sharesNext,
} from "./name-forms";
import { isNeverInName, isPlainInCapitals, isVehicleWord, standsBefore } from "./name-words";

const MOST_WORDS = 24;

/** Finds the end of a name that begins at a given word. The name may continue through "and", a comma or brackets. */
export class NameBounds {
  constructor(
    private readonly text: string,
    readonly words: readonly NameWord[],
    /** The text is all in capitals, so that they carry no meaning. */
    private readonly inCapitals: boolean,
  ) {}

  isProper(word: NameWord): boolean {
    return (
      (word.isProper || /^[a-z]+\d|^[a-z]{1,2}[A-Z]/.test(this.text.slice(word.start, word.end))) &&
      (!isNeverInName(word.plain) || maybeInName.test(this.text.slice(word.start, word.end + 24))) &&
      !(this.inCapitals && isPlainInCapitals(word.plain) && !ofTrust.test(this.text.slice(word.start, word.end + 40)))
    );
  }

  gapBefore(index: number): string {
    return this.text.slice(this.words[index - 1]?.end ?? 0, this.words[index]?.start);
  }

  /** The index after the last word of the name that begins at a word. */
  endOf(from: number): number {
    let to = this.firmEnd(from) ?? from + (this.isRetirementCode(from) ? 2 : 1);
    while (to - from < MOST_WORDS) {
      const [last, next] = [this.words[to - 1], this.words[to]];
      if (!last || !next) break;
      const gap = this.gapBefore(to);
      const spelled =
        next.plain === "a" && !this.inCapitals ? asForm.exec(this.text.slice(last.end, last.end + 60)) : null;
      if (spelled) {
        const end = last.end + spelled[0].length;
        while ((this.words[to]?.end ?? end + 1) <= end) to++;
        break;
      }
      if (
        /^\.?\s?,?\s*$/.test(gap) &&
        this.isForm(next) &&
        (next.isProper || /^(?:lp|llc|plc|doo|sro)$/.test(next.plain)) &&
        !(this.isNextProper(to + 1) && beginsAnother(last.plain, gap, next.plain))
      ) {
        to++;
        continue;
      }
      if (/^,\s+$/.test(gap) && /^(?:jr|sr|ii|iii|iv)$/.test(next.plain) && next.isProper) {
        to++;
        continue;
      }
      if (/^ttees?$/.test(next.plain)) break;
      // "S.à r.l."
      if (last.plain === "sa" && next.plain === "rl") return to + 1;
      if (this.isRetirementCode(to)) {
        to += 2;
        continue;
      }
      if (to - from > 1 && (isDating(this.text, next) || this.isMonth(from, to))) break;
      const inBrackets = bracketsEnd(this, to);
      if (inBrackets !== null) {
        to = inBrackets;
        continue;
      }
      if (
        !(this.joins(gap, last) || this.isOfPlace(to)) ||
        (gap.startsWith(".") &&
          !this.isInitials(to) &&
          !this.isOfPlace(to) &&
          ((standsBefore(next.plain) && !this.isSurname(to)) || this.gapBefore(to - 1) === "-"))
      )
        break;
      const isAbbreviated = gap.startsWith(".") && isLegalForm(last.plain);
      if ((hardForm.has(last.plain) || isAbbreviated) && to - 1 > from && !this.isOfPlace(to)) {
        const goesOn =
          isLegalForm(next.plain) ||
          isRoman(next.plain) ||
          /^(?:fbo|pty)$/.test(next.plain) ||
          this.words[to + 1]?.plain === "co" ||
          // "Roe Partners LP Jersey Branch"
          (this.words[to + 1]?.plain === "branch" && this.isNextProper(to + 1)) ||
          (gap === " " && numberOfFund.test(this.text.slice(next.start, next.start + 12)));
        if (!goesOn && !this.isPlanAhead(to)) break;
      }
      // "Under the Subscription Agreement Roe LLC acquired"
      if (last.plain === "agreement" && gap === " " && this.isNewName(from, to)) break;
      const isLowerPart = isVehicleWord(next.plain) && /^\s+$/.test(gap) && this.isNextProper(to + 1);
      // "Side-by-Side"
      const isHyphened = gap === "-" && this.gapBefore(to + 1) === "-" && this.isProper(this.words[to + 1] ?? next);
      if (this.isProper(next) || isLowerPart || isHyphened) {
        if (gap !== "-" && next.plain === "the") break;
        if (next.plain === "and" && !this.joinsByAnd(from, to)) break;
        to++;
        continue;
      }
      const beyond = this.beyondConnector(from, to);
      if (beyond === null) break;
      to = beyond;
    }
    while (
      to - 1 > from &&
      /^(?:and|of|for|fbo|the|trustees?|ttee|custodian|created|established|under)$/.test(
        this.words[to - 1]?.plain ?? "",
      )
    )
      to--;
    const [last, next] = [this.words[to - 1], this.words[to]];
    const isTrust = last && next && !next.isProper && /^(?:trusts?|foundation|grats?|partnership)$/.test(next.plain);
    return isTrust &&
      to - from > 1 &&
      /^\s+$/.test(this.gapBefore(to)) &&
      (last.plain === "plan" || !endsName(this.words.slice(from, to)))
      ? to + 1
      : to;
  }

  private isNewName(from: number, to: number): boolean {
    const next = this.words[to]?.plain ?? "";
    return (
      !/^(?:fbo|no|dated|dtd|[ivx]+|\d+)$/.test(next) &&
      !this.words.slice(from, to).some(({ plain }) => /^trusts?$/.test(plain))
    );
  }

  /** "Morrow, Tilden & Co.": the index after the partners. */
  private firmEnd(from: number): number | null {
    const end = this.text[this.words[from]?.end ?? 0] === "," ? firmEnd(this.text, this.words[from]?.end ?? 0) : null;
    return end === null ? null : this.words.findLastIndex((word) => word.end <= end) + 1;
  }

  /** A legal form such as "Co."; the "Co" of "Co-Trustee" is not one, and "AS" only where capitals carry meaning. */
  isForm({ plain, start, end }: NameWord): boolean {
    if (!this.inCapitals && formInCapitals.test(this.text.slice(start, end + 4))) return true;
    return isLegalForm(plain) && !(plain === "co" && this.text[end] === "-");
  }

  /** "401(k)" */
  isRetirementCode(at: number): boolean {
    return (
      /^40[13]$/.test(this.words[at]?.plain ?? "") &&
      /^[kb]$/.test(this.words[at + 1]?.plain ?? "") &&
      /^[\s-]?\(?$/.test(this.gapBefore(at + 1))
    );
  }

  /** "Trust March 20, 2019" */
  private isMonth(from: number, at: number): boolean {
    return (
      bareMonth.test(this.words[at]?.plain ?? "") &&
      /^\d/.test(this.words[at + 1]?.plain ?? "") &&
      endsName(this.words.slice(from, at))
    );
  }

  private joins(gap: string, last: NameWord): boolean {
    return (
      /^(?:['’]?\s+(?:#|No\.\s?)?|[-–‐/]|\s[-–]\s)$/.test(gap) ||
      (gap === "" && (this.text[last.start] === "&" || this.text[last.end] === "&")) ||
      (/^\.\s*$/.test(gap) && (/^\D$/.test(last.plain) || abbreviated.test(this.text.slice(last.start, last.end)))) ||
      (/^\.\s*$/.test(gap) &&
        last.plain === "no" &&
        /^\d/.test(this.text.slice(last.end + gap.length, last.end + gap.length + 1)))
    );
  }

  /** "Roe partners Fund 4": a lower-case word within the name. */
  private isNextProper(at: number): boolean {
    const word = this.words[at];
    return (
      word !== undefined &&
      this.isProper(word) &&
      word.isProper &&
      (/^\s+$/.test(this.gapBefore(at)) || (/^,\s+$/.test(this.gapBefore(at)) && this.isForm(word))) &&
      word.plain !== "the"
    );
  }

  /** "J. and L. Roe Investments", "Karl M. and Jane Roe Trust" */
  private isInitials(at: number): boolean {
    return (
      this.words[at]?.plain === "and" &&
      this.words[at - 1]?.plain.length === 1 &&
      this.gapBefore(at).startsWith(".") &&
      (this.words[at + 1]?.plain.length === 1 || (!this.inCapitals && this.isNextProper(at + 1)))
    );
  }

  /** "Jane M. Prior Revocable Trust" */
  private isSurname(at: number): boolean {
    return this.words[at]?.plain === "prior" && this.words[at - 1]?.plain.length === 1 && this.isNextProper(at + 1);
  }

  /** "Roe Corp. Employee Stock Ownership Plan": the name of a company within that of its plan. */
  private isPlanAhead(from: number): boolean {
    for (let index = from; index < from + 8; index++) {
      const word = this.words[index];
      if (
        !word ||
        (index > from && !/^\s+$/.test(this.gapBefore(index))) ||
        !(this.isProper(word) || word.plain === "and")
      )
        return false;
      if (/^(?:plan|trust|esop|foundation)$/.test(word.plain)) return true;
    }
    return false;
  }

  /** "Trust of Jane Roe", "Bank of the West", "Roe Trust for Children". */
  private beyondConnector(from: number, to: number): number | null {
    const connector = this.words[to]?.plain ?? "";
    if (!/^(?:of|for|and|de|la|van|von|der|del|du|fbo|an|the)$/.test(connector)) return null;
    let next = to + 1;
    if (this.words[next]?.plain === "the" && /^(?:of|for)$/.test(connector)) next++;
    const word = this.words[next];
    if (!word || !this.isProper(word) || !/^\s+$/.test(this.gapBefore(next))) return null;
    if (connector === "for" && /^(?:no|mr|mrs|ms|dr|messrs|reporting)$/.test(word.plain)) return null;
    // "a gift to the Roe Trust of 10,000 shares"
    if (connector === "of" && sharesNext.test(this.text.slice(word.start, word.start + 60))) return null;
    if (connector === "and") return this.joinsByAnd(from, to) ? next : null;
    if (connector === "the" || connector === "an") return null;
    const last = this.words[to - 1]?.plain ?? "";
    if (
      connector === "for" &&
      !/^(?:trusts?|iras?|account|accounts|foundation|institute|center|benefit|society|fund|coalition|alliance|association|council|home|hospital|school|academy)$/.test(
        last,
      )
    )
      return null;
    // "LTIP Units of Roe Realty L.P."
    if (connector === "of" && /^(?:units?|shares?|interests?|notes?|warrants?|securities)$/.test(last)) return null;
    if (connector === "of" && !this.isOfPlace(to) && (isLegalForm(last) || this.isRole(from, to))) return null;
    return next;
  }

  /** "Jane and John Roe Living Trust" is one name, "Roe Fund and Doe Fund" and "Jane Roe and Roe Fund IV" are two. */
  private joinsByAnd(from: number, at: number): boolean {
    if (this.words[at] && this.text[this.words[at].start] === "&") return true;
    // "Profit Sharing Plan and Trust"
    if (this.words[at - 1]?.plain === "plan" && this.words[at + 1]?.plain === "trust" && this.words[at + 1]?.isProper)
      return !this.isNextProper(at + 2);
    if (endsName(this.words.slice(from, at))) return false;
    const left = this.words.slice(from, at);
    const next = this.words[at + 1];
    if (next?.plain === "restated") return true;
    if (left.some(({ plain }) => /\d/.test(plain))) return false;
    if (!next || next.plain === "the" || !this.isProper(next)) return false;
    let to = at + 2;
    while (to - at < 10) {
      const [last, word] = [this.words[to - 1], this.words[to]];
      if (!last || !word) break;
      const gap = this.gapBefore(to);
      if (isDating(this.text, word)) break;
      const isLegal = /^,?\s*$/.test(gap) && isLegalForm(word.plain);
      if (!isLegal && (!this.joins(gap, last) || !this.isProper(word) || word.plain === "and")) break;
      to++;
    }
    const right = this.words.slice(at + 1, to);
    if (!endsName(right)) return false;
    // "Peter Roe and Juniper Fund IV, LP": a fund with a name of its own.
    if (beginsFundName.test(next.plain)) {
      return true;
    }
    return (
      right.some(({ plain }) => /^(?:trusts?|foundation|family|charitable|estate|plan|esop)$/.test(plain)) ||
      left.length === 1
    );
  }

  /** Whether a word is the "of" of "Insurance Co. of Ohio". */
  private isOfPlace(at: number): boolean {
    return this.words[at]?.plain === "of" && ofPlace.test(this.text.slice(this.words[at - 2]?.start ?? 0).slice(0, 60));
  }

  private isRole(from: number, to: number): boolean {
    return roleWord.test(this.words[to - 1]?.plain ?? "") && to - from <= 6;
  }
}
