import { matchAt } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, NEAR } from "@/lib/footnotes/vocabulary/words";
import { isLegalForm } from "@/lib/names/legal-forms";
import { wordsOf } from "@/lib/names/words-of";
import { pattern } from "@/lib/values/pattern";
import { type DefinedNames, definedNames, type FullName, nameKey } from "./defined-names";
import { isOfKind, isVehicleWord } from "./name-words";
import type { NameInNote, NoteNames } from "./names-in-note";
import { type UnnamedVehicle, unnamedBefore } from "./unnamed-vehicles";

/** A holder, by the words that give the full name. */
export type FoundHolder = FullName & { relation: "spouse" | "child" | "family" | null };

/** "the funds managed by": a class. */
const managedBy = /\s+(?:(?:that|which)\s+(?:is|are)\s+)?(?:managed|advised|sponsored|affiliated|controlled)\b/iy;

const generic = pattern()`
  ^ (?:
    trusts? | funds? | partnerships? | llcs? | lp | lps | foundations? | entity | entities | vehicles? |
    grats? | iras? | plan | accounts? | estate
  ) $
`;
const nobody = pattern()`
  ^ (?:
    group | co | company | corp | corporation | issuer | registrant | bank | parties | board | committee |
    reporting\ (?:persons?|owners?) | (?:general|managing|limited)\ (?:partners?|members?) | manager |
    trustees? | sellers? | purchasers? | stockholders? | shareholders? | members? | partners? | investors? |
    underwriters? | management | directors? | officers? | executive | employees? | participants? | optionees? |
    grantees? | recipients? | beneficiar(?:y|ies) | grantor | settlor | custodian | church(?:es)? | colleges? |
    schools? | universit(?:y|ies) | charit(?:y|ies) | hospitals? | plan\ administrator | administrator |
    broker | (?:(?:public|secondary|initial\ public|underwritten|tender)\ )?offering | jtwros | jtros | sec | parent | predecessor | successor | clearstream | euroclear | dtc | cede\ and\ co |
    depository\ trust\ co | s\ and\ p(?:\ \d+)? | russell(?:\ \d+)? | (?:dow|msci|ftse)(?:\ \w+)*
  ) $
`;

/** A charity that is no holder. */
const advisedFund = /\bdonor[\s-]+(?:advised|directed)\s+(?:charitable\s+)?fund/i;

/** "Roe GP, LLC is the general partner of": it manages those who hold. */
const managing = pattern("i")`
  ^ (?:\s*\([^()]*\))* ,?\s+ (?:(?:which|who)\s+)? (?:also\s+)? (?:(?:is|are|was|acts?\s+as|serves?\s+as|as)\s+(?:the\s+|an?\s+)?|the\s+)
  (?:(?:sole|direct|ultimate|investment|managing|general|each)\s+)* (?:partners?|members?|managers?|advis[eo]rs?|trustees?) (?:\s+(?:of|to|and)\b)
`;

const classBefore =
  /\b(?:accounts|clients|customers|funds|vehicles|entities|persons|investors|(?:stock|share)holders)\s+\((?:[a-z,]+\s+){0,4}$/;

/** "the London office": a place. */
const place = /\s+(?:offices?|branch|division|department|stock\s+exchange|market)\b/iy;

/** "THE RELATED SALE", all in capitals: an adjective. */
const nounNext =
  /\s+(?:sales?|purchases?|shares?|stock|securities|units?|transactions?|grants?|awards?|vesting|exercise)\b/iy;

export const asHolder = (name: FullName): FoundHolder => ({ ...name, relation: null });

/** Finds the holder that a name means, or a phrase that refers to one named before. */
export class NamedHolders {
  private readonly text: string;
  private read: DefinedNames | null = null;

  /** @param found the holders found so far: "the trust" refers to one of them */
  constructor(
    private readonly names: NoteNames,
    private readonly found: readonly FoundHolder[],
  ) {
    this.text = names.text;
  }

  definition(key: string): readonly FullName[] | undefined {
    this.read ??= definedNames(this.names, (short) => wordsOf(short).map(({ plain }) => plain));
    return this.read.get(key) ?? this.read.get(`${key}s`);
  }

  refer(reference: UnnamedVehicle): FoundHolder[] {
    if (matchAt(managedBy, this.text, reference.end) !== null) return [];
    const key = reference.head;
    const known = this.definition(key);
    if (known) return known.map(asHolder);
    const isOne = isOfKind(key);
    const holders = this.found.filter((holder) => holder.start < reference.start && isOne(holder.words));
    if (reference.count !== null && holders.length !== reference.count) return this.lastOf(reference, reference.count);
    if (holders.length > 0) return reference.isPlural ? holders : holders.slice(-1);
    const before = this.names.all.filter((name) => name.end <= reference.start && name.isVehicle && isOne(name.words));
    const nearest = before.at(-1);
    if (nearest && !reference.isPlural) return this.resolve(nearest, false);
    if (
      nearest &&
      reference.isPlural &&
      /^(?:trusts|funds|partnerships|foundations|grats)$/.test(nearest.words.at(-1) ?? "") &&
      nearest.words.length > 1
    )
      return this.resolve(nearest, false);
    if (nearest && reference.isPlural) {
      const managers = this.managersOf(before);
      const list = before
        .filter((name) => !managers.has(nameKey(name.words)))
        .slice(-8)
        .filter((name, index, all) => {
          const next = all[index + 1];
          return !next || next.start - name.end < 40;
        });
      if (list.length > 1) return list.flatMap((name) => this.resolve(name, false));
    }
    const described = this.describedBefore(reference);
    if (described) return [described];
    if (/^funds?$/.test(key) && advisedFund.test(this.text.slice(0, reference.start))) return [];
    if (!/^(?:trusts?|iras?|grats?|estate|foundation|esop|ksop|llc|lp|fund|funds|partnership|401.*)$/.test(key))
      return [];
    return /^(?:the\s)?/i.test(this.text.slice(reference.start)) &&
      !/^(?:such|this|that|these|those|each|both)/i.test(this.text.slice(reference.start))
      ? [{ start: reference.nameStart, end: reference.end, words: [key], isUnnamed: true, relation: null }]
      : [];
  }

  /** "the executor of his brother's estate. The estate holds the shares": the words that say whose it is. */
  private describedBefore({ head, start }: UnnamedVehicle): FoundHolder | null {
    if (!/^(?:trust|estate|foundation|ira|grat)$/.test(head)) return null;
    const at = this.text.slice(0, start).toLowerCase().lastIndexOf(` ${head}`);
    const first = at < 0 ? null : unnamedBefore(this.text, at + head.length + 1);
    return first &&
      !first.isReference &&
      first.head === head &&
      /['’]s?\s/.test(this.text.slice(first.nameStart, first.end))
      ? { start: first.nameStart, end: first.end, words: [head], isUnnamed: true, relation: null }
      : null;
  }

  /** Those that manage others, by their names. */
  private managersOf(names: readonly NameInNote[]): ReadonlySet<string> {
    return new Set(
      names
        .filter(({ end }) => managing.test(this.text.slice(end, end + CLAUSE)))
        .flatMap((name) => [name, ...this.resolve(name, false)])
        .map(({ words }) => nameKey(words)),
    );
  }

  /** "the shares held by those three entities": the last three that are named before, without those that manage them. */
  private lastOf({ head, start }: UnnamedVehicle, count: number): FoundHolder[] {
    const isOne = isOfKind(head);
    const before = this.names.all.filter((name) => name.end <= start && name.isVehicle && isOne(name.words));
    const managers = this.managersOf(before);
    const named = new Map(
      before.flatMap((name) => this.resolve(name, false)).map((holder) => [nameKey(holder.words), holder]),
    );
    const list = [...named].flatMap(([key, holder]) => (managers.has(key) ? [] : [holder]));
    return list.length === count ? list : [];
  }

  resolve(name: NameInNote, allowShort = true): FoundHolder[] {
    const key = nameKey(name.words);
    const known = this.definition(key);
    if (known && known[0]?.start !== name.start) return known.map(asHolder);
    if (nobody.test(key)) return [];
    // "The Roe Group": those who act together, and not a company
    if (
      name.words.at(-1) === "group" &&
      !/^,\s+an?\s/.test(this.text.slice(name.end, name.end + 8)) &&
      /\bthe\s*$/i.test(lettersBefore(this.text, name.start + (name.words[0] === "the" ? 4 : 0), 8))
    )
      return [];
    // "SOLD TO FUND TAXES"
    if (key === "fund" && this.names.inCapitals && !/\bTHE\s+$/.test(lettersBefore(this.text, name.start, 8)))
      return [];
    if (name.isVehicle && generic.test(key)) {
      const isPlural = key.endsWith("s");
      const nameStart = name.words[0] === "the" ? name.start + 4 : name.start;
      return this.refer({
        start: name.start,
        end: name.end,
        nameStart,
        headEnd: name.end,
        head: key,
        relation: null,
        isReference: true,
        isPlural,
        count: null,
      });
    }
    if (isOtherPlan(name) || isDeal(name)) return [];
    if (name.isVehicle) return [this.fuller(name) ?? { ...name, isUnnamed: false, relation: null }];
    const isNumbered =
      name.words.length > 1 &&
      name.words.slice(1).some((word) => /^(?:[ivx]+|\d{1,2})$/.test(word)) &&
      !this.hasInitial(name);
    return (allowShort || isNumbered) && this.isShortName(name)
      ? [this.fuller(name) ?? { ...name, isUnnamed: false, relation: null }]
      : [];
  }

  /** The full name of which this one is a shorter form that the note does not define. */
  private fuller(name: NameInNote): FoundHolder | null {
    const words = name.words[0] === "the" ? name.words.slice(1) : name.words;
    if (words.some(isLegalForm)) return null;
    const full = this.names.all.find(
      (other) =>
        other.isVehicle &&
        other.end <= name.start &&
        other.words.length > words.length &&
        other.words.some((word) => isLegalForm(word) || /^trusts?$/.test(word)) &&
        (nameKey(other.words).startsWith(`${words.join(" ")} `) ||
          (/^trusts?$/.test(words.at(-1) ?? "") &&
            words.length > 1 &&
            words.every((word) => other.words.includes(word)))),
    );
    return full ? { ...full, isUnnamed: false, relation: null } : null;
  }

  /** "Mark I. Lovett": an initial, and not a number. */
  private hasInitial({ start, end }: NameInNote): boolean {
    return /\s[IVX]\.\s+\p{Lu}\p{L}+$/u.test(this.text.slice(start, end));
  }

  /** 'separately managed accounts ("SMAs")': a class. */
  private isCalledClass(short: string): boolean {
    const at = this.text.search(new RegExp(`["“'‘]${short.replace(/[^\w\s-]/g, ".")}[,.]?["”'’]`));
    return at >= 0 && classBefore.test(lettersBefore(this.text, at, NEAR));
  }

  /** A short name that the note does not define, and that is not a person's. */
  private isShortName(name: NameInNote): boolean {
    const words = name.words[0] === "the" ? name.words.slice(1) : name.words;
    const written = this.text.slice(name.start, name.end);
    if (/^(?:mr|mrs|ms|dr|messrs)\b/i.test(written) || words.length === 0 || nobody.test(words.join(" "))) return false;
    if (
      /^(?:\d+|exhibit|table|annex|schedule|part|tranche|item|phase|title|note|form|series|page|column|level|tier)$/.test(
        words[0] ?? "",
      )
    )
      return false;
    if (this.names.inCapitals && matchAt(nounNext, this.text, name.end) !== null) return false;
    if (matchAt(place, this.text, name.end) !== null || this.isCalledClass(written)) return false;
    if (
      words.some(
        (word) =>
          /\d/.test(word) ||
          isVehicleWord(word) ||
          (/^[ivx]+$/.test(word) && words.length > 1 && !this.hasInitial(name)),
      )
    )
      return true;
    if (/^(?:\S*[A-Z]\S*[A-Z]\S*)(?:\s|$)/.test(written) && !/[a-z]\s+[A-Z]/.test(written) && written.length < 12)
      return !/^[A-Z]\.\s?[A-Z]/.test(written);
    if (words.length > 1) return false;
    // A single word is a surname if the note has it after a first name or a title.
    const word = written.replace(/[^\w]/g, "");
    return (
      word.length > 2 &&
      !new RegExp(`(?:\\b(?:mr|mrs|ms|dr)\\.?|[A-Z][a-z]+|\\b[A-Z]\\.)\\s+${word}\\b`).test(
        this.text.replace(/\b(?:by|the|of|and)\b/gi, "_"),
      )
    );
  }
}

const otherPlanWord = pattern()`
  ^ (?:
    purchase | incentive | reinvestment | compensation | trading | option | award | deferral | equity |
    performance | omnibus | directors? | restricted | bonus
  ) $
`;

/** "the Qualified Equity Financing" */
const isDeal = ({ words }: NameInNote): boolean =>
  /^(?:financings?|offerings?|placements?|mergers?|combinations?)$/.test(words.at(-1) ?? "");

/** Plans that hold nothing: the insider owns directly what they grant. */
const isOtherPlan = ({ words }: NameInNote): boolean =>
  planInitials.test(words.at(-1) ?? "") ||
  (/^plans?$/.test(words.at(-1) ?? "") &&
    words.some((word) => otherPlanWord.test(word)) &&
    !words.some((word) => retirementWord.test(word)));
const retirementWord = /^(?:thrift|savings|retirement|pension|profit|401|esop)$/;
const planInitials = /^(?:e?spps?|dri?ps?|drspps?|dspps?|ltips?|lti|eips?|naspps?)$/;
