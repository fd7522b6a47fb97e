import { matchAt } from "@/lib/footnotes/vocabulary/places-of";
import { SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { isApposition, isDescription } from "./apposition";
import { nameKey } from "./defined-names";
import {
  andUnnamed,
  asCustodian,
  asManager,
  asParent,
  asTrustee,
  beforeNames,
  behindBrackets,
  betweenItems,
  bracketed,
  byTrust,
  countAfter,
  countedAhead,
  estateOf,
  forSomebody,
  goesOn,
  inOwnAccount,
  insideOf,
  insider,
  isSameKind,
  isTrustee,
  itemLead,
  itsTrustee,
  mayBeginName,
  namedRelative,
  noPerson,
  nounAhead,
  numberAhead,
  ownClause,
  possessor,
  relativeAfter,
  roleBefore,
  saysMore,
  someonesNext,
  throughBoth,
  titledRelative,
} from "./list-words";
import { withBenefit } from "./name-tail";
import { asHolder, type FoundHolder, type NamedHolders } from "./named-holders";
import type { NameInNote, NoteNames } from "./names-in-note";
import { isRelated, notTrustees } from "./same-holder";
import { type UnnamedVehicle, unnamedAt } from "./unnamed-vehicles";

type HolderList = { holders: FoundHolder[]; end: number };
type Item = { holders: FoundHolder[]; end: number; isInsider: boolean };

/** `isClause`: the verb was "is held by", so that a separate clause may follow. `allowShort`: short names count. */
export type ListOptions = { isClause?: boolean; allowShort?: boolean };

/** Reads the names where a list of holders is possible. */
export class ListReader {
  private readonly text: string;

  constructor(
    private readonly names: NoteNames,
    private readonly known: NamedHolders,
  ) {
    this.text = names.text;
  }

  listAt(start: number, { isClause = false, allowShort = true }: ListOptions = {}): HolderList | null {
    const ahead = matchAt(countedAhead, this.text, start);
    const counted = ahead === null ? null : this.listAt(start + ahead.length, { isClause, allowShort: false });
    if (counted && ahead !== null && counted.holders.length >= numberAhead(ahead)) return counted;
    let holders: FoundHolder[] = [];
    let at = start;
    let end = start;
    let isOfBoth = false;
    for (let count = 0; count < 40; count++) {
      const item = this.itemAt(at, allowShort, holders.at(-1));
      if (
        !item ||
        (count > 0 &&
          /^,\s*$/.test(this.text.slice(end, at).trimEnd()) &&
          isApposition(this.text, item, at, holders.at(-1)))
      )
        break;
      // "by spouse, in her retirement account": how the spouse holds them
      if (count > 0 && holders.at(-1)?.relation && inOwnAccount.test(this.text.slice(end, at + 12))) break;
      let behind = behindBrackets(this.text, item.end);
      behind += matchAt(countAfter, this.text, behind)?.length ?? 0;
      const isSubject =
        count > 0 &&
        (isClause || /(?:[,;]\s*(?:and\s+)?|[.)]\s+)$/.test(this.text.slice(end - 1, at))) &&
        matchAt(ownClause, this.text, behind) !== null;
      if (isSubject || (count > 0 && matchAt(asManager, this.text, behind) !== null)) break;
      // "owned directly by Roe Fund LP, and indirectly by Roe GP LLC, the sole member of Roe Fund LP"
      if (
        /\bindirectly\s+(?:(?:held|owned)\s+)?(?:by\s+)?$/i.test(this.text.slice(end, at)) &&
        matchAt(asParent, this.text, behind) !== null
      )
        break;
      // "by the reporting person and his wife through the Roe Trust": the trust
      const areBoth = isOfBoth && item.holders.every(isRelated) && matchAt(throughBoth, this.text, behind) !== null;
      const instead = this.insteadOf({ ...item, isInsider: item.isInsider || areBoth }, behind);
      if (!(areBoth && instead) && !isDescription(this.text, item, at, holders.at(-1))) holders.push(...item.holders);
      isOfBoth = item.isInsider;
      end = behind;
      if (instead) {
        holders = [...notTrustees(holders, item.holders, matchAt(asTrustee, this.text, behind)), ...instead.holders];
        end = instead.end + (/^\s*\(/.test(this.text.slice(behind)) && this.text[instead.end] === ")" ? 1 : 0);
      }
      const between = matchAt(betweenItems, this.text, end);
      if (between === null || (between.trim() === "" && !/[.)]$/.test(this.text.slice(0, end)))) break;
      at = end + between.length;
      // "held by Roe Fund, L.P. Roe GP, LLC and Roe Corp. may be deemed": a new sentence
      if (between.trim() === "" && saysMore.test(this.text.slice(at, at + SENTENCE))) break;
    }
    return holders.length > 0 ? { holders, end } : null;
  }

  private itemAt(from: number, allowShort: boolean, previous?: FoundHolder): Item | null {
    const lead = from + (matchAt(itemLead, this.text, from)?.length ?? 0);
    const role = matchAt(roleBefore, this.text, lead);
    const item = this.sisterOf(previous, lead) ?? this.plainItemAt(lead, allowShort);
    const noun = item && !item.isInsider ? null : matchAt(nounAhead, this.text, lead);
    const inBrackets = noun === null ? null : this.names.at(lead + noun.length);
    if (noun !== null && inBrackets && /^\.?\)/.test(this.text.slice(inBrackets.end, inBrackets.end + 2)))
      return {
        holders: [{ ...inBrackets, isUnnamed: false, relation: null }],
        end: this.text.indexOf(")", inBrackets.end) + 1,
        isInsider: false,
      };
    if (role === null || (item && item.holders.length > 0)) return item;
    const called = this.plainItemAt(lead + role.length, false);
    return called && called.holders.length > 0 ? called : item;
  }

  /** "Roe Basin Storage Company and Roe Basin Minerals": a name that begins like that of the holder before. */
  private sisterOf(previous: FoundHolder | undefined, at: number): Item | null {
    if (!previous || previous.isUnnamed || previous.relation) return null;
    const article = /^the\s+/i.exec(this.text.slice(at, at + 4))?.[0].length ?? 0;
    const name = this.names.at(at) ?? (article > 0 ? this.names.at(at + article) : null);
    if (!name || name.isVehicle || matchAt(isTrustee, this.text, name.end) !== null) return null;
    if (this.known.definition(nameKey(name.words))) return null;
    const [key, before] = [nameKey(name.words), nameKey(previous.words)];
    const [first = "", second] = key.split(" ");
    const [one, two] = before.split(" ");
    // "the Jane Roe Trust, Jane Roe, trustee": its trustee
    const isSister =
      first.length > 3 &&
      first === one &&
      second !== undefined &&
      (second === two || name.words.length > 2) &&
      !before.startsWith(key);
    return isSister
      ? { holders: [{ ...name, isUnnamed: false, relation: null }], end: name.end, isInsider: false }
      : null;
  }

  private plainItemAt(at: number, allowShort: boolean): Item | null {
    const estate = this.estateAt(at);
    if (estate) return estate;
    const self = matchAt(insider, this.text, at);
    const unnamed = unnamedAt(this.text, at);
    const article = /^(?:the|each|such)\s+["“]?/i.exec(this.text.slice(at, at + 6))?.[0] ?? "";
    const mayName =
      mayBeginName.test(this.text.slice(at + article.length, at + article.length + 24)) || /^[A-Z]/.test(article);
    const name = mayName ? (this.names.at(at) ?? (article === "" ? null : this.names.at(at + article.length))) : null;
    const known = name ? this.known.definition(nameKey(name.words)) : null;
    if (name && known) return { holders: known.map(asHolder), end: name.end, isInsider: false };
    // "Roe Founder Holdings LP" is not the founder
    const isWithinName =
      self !== null && name?.isVehicle && name.start <= at + article.length && name.end > at + self.length;
    if (self !== null && !isWithinName && !(unnamed && unnamed.end > at + self.length))
      return { holders: [], end: at + self.length, isInsider: true };
    if (
      unnamed &&
      !(name?.isVehicle && (name.words.length > 1 ? name.end >= unnamed.headEnd : name.end > unnamed.end))
    ) {
      return this.relativeOrVehicle(unnamed);
    }
    if (!name) return null;
    const own =
      (this.text[name.end - 1] === "s" ? /^['’]s?(?=\s)/ : /^['’]s(?=\s)/).exec(
        this.text.slice(name.end, name.end + 3),
      )?.[0].length ?? 0;
    // "the Roe Plan's trustee"
    const isOwner = possessor.test(this.text.slice(name.end - 2, name.end));
    const trustee = (own > 0 || isOwner) && name.isVehicle ? matchAt(itsTrustee, this.text, name.end + own) : null;
    const ofTrustee =
      trustee === null ? [] : this.known.resolve(isOwner ? { ...name, end: name.end - 2 } : name, false);
    if (trustee !== null && ofTrustee.length > 0)
      return { holders: ofTrustee, end: name.end + own + trustee.length, isInsider: false };
    if (
      (own > 0 || possessor.test(this.text.slice(name.end - 2, name.end))) &&
      /^\s+[a-z]/.test(this.text.slice(name.end + own, name.end + own + 3))
    )
      return { holders: [], end: name.end, isInsider: true };
    const holders = this.known.resolve(name, allowShort || article !== "");
    if (holders.length > 0) return { holders, end: name.end, isInsider: false };
    return this.personAt(name);
  }

  /** "the estate of Leonora Quist" */
  private estateAt(at: number): Item | null {
    const lead = matchAt(estateOf, this.text, at);
    const person = lead === null ? null : this.names.at(at + lead.length);
    if (lead === null || person === null || person.isVehicle) return null;
    const start = at + (/^the\s+/i.exec(lead)?.[0].length ?? 0);
    return {
      holders: [{ start, end: person.end, words: ["estate", "of", ...person.words], isUnnamed: false, relation: null }],
      end: person.end,
      isInsider: false,
    };
  }

  private relativeOrVehicle(unnamed: UnnamedVehicle): Item {
    if (unnamed.isReference) return { holders: this.known.refer(unnamed), end: unnamed.end, isInsider: false };
    const { nameStart: start, head, relation } = unnamed;
    const end = forSomebody.test(this.text.slice(unnamed.end, unnamed.end + 8))
      ? withBenefit(this.text, unnamed.end)
      : unnamed.end;
    // "both spouses": one of them is the insider
    if (head === "spouses") return { holders: [], end, isInsider: true };
    const instead = relation === null ? this.calledByName(unnamed) : null;
    if (instead) return { ...instead, isInsider: false };
    const space = relation === null ? null : matchAt(namedRelative, this.text, end);
    const named = space === null ? null : this.names.at(end + space.length);
    if (named && !named.isVehicle && named.words.length > 1 && !noPerson.test(named.words.join(" "))) {
      return { holders: [{ ...named, isUnnamed: false, relation }], end: named.end, isInsider: false };
    }
    const titled = relation === null ? null : matchAt(titledRelative, this.text, end);
    const person = titled === null ? null : this.names.at(end + titled.length);
    const itemEnd = person && !person.isVehicle ? person.end : end;
    return { holders: [{ start, end, words: [head], isUnnamed: true, relation }], end: itemEnd, isInsider: false };
  }

  /** "his family trust, the Roe Living Trust", "two trusts: the Roe Trust and the Doe Trust" */
  private calledByName({ end, head }: UnnamedVehicle): HolderList | null {
    const bracket = matchAt(bracketed, this.text, end);
    const inside = bracket === null ? 0 : end + bracket.length - bracket.replace(/^\s*\((?:the\s+)?/, "").length;
    const only = bracket === null ? null : this.names.at(inside);
    if (
      bracket !== null &&
      only?.isVehicle &&
      only.words.length > 1 &&
      /^\W?\)$/.test(this.text.slice(only.end, end + bracket.length))
    ) {
      return { holders: this.known.resolve(only, false), end: end + bracket.length };
    }
    const by = /\btrust$/i.test(head) ? matchAt(byTrust, this.text, end) : null;
    const holding = by === null ? null : this.names.at(end + by.length);
    if (holding?.isVehicle && /^trusts?$/.test(holding.words.at(-1) ?? ""))
      return { holders: this.known.resolve(holding, false), end: holding.end };
    const before = matchAt(beforeNames, this.text, end);
    if (before === null) return null;
    // "his company Roe Inc."
    if (before.trim() === "") {
      const next = this.names.at(end + before.length);
      return next?.isVehicle &&
        next.words.length > 1 &&
        /^(?:compan(?:y|ies)|corporation|partnership|entity|fund|vehicle)$/.test(head)
        ? { holders: this.known.resolve(next, false), end: next.end }
        : null;
    }
    if (!before.startsWith(",")) return this.listAt(end + before.length);
    const name = this.names.at(end + before.length);
    if (!name?.isVehicle) return null;
    const behind = name.end + (matchAt(bracketed, this.text, name.end)?.length ?? 0);
    const more = matchAt(goesOn, this.text, behind);
    const isList =
      (more !== null && this.names.at(behind + more.length)?.isVehicle) ||
      (matchAt(andUnnamed, this.text, behind) !== null && !isSameKind(head, name.words.join(" ")));
    return isList ? null : { holders: this.known.resolve(name, false), end: behind };
  }

  private personAt(name: NameInNote): Item {
    const lead = matchAt(relativeAfter, this.text, name.end) ?? matchAt(someonesNext, this.text, name.end);
    const relative = lead === null ? null : unnamedAt(this.text, name.end + lead.length);
    if (relative?.relation && name.words.length > 1) {
      return {
        holders: [{ ...name, isUnnamed: false, relation: relative.relation }],
        end: relative.end,
        isInsider: false,
      };
    }
    // "Karl M. and Jane Roe, as trustees of"
    const hasInitial = this.text[name.end] === "." && name.words.at(-1)?.length === 1;
    return { holders: [], end: name.end + (hasInitial ? 1 : 0), isInsider: true };
  }

  /** "by A and B as trustees of the C Trust": the trust. "By the reporting person through the D Fund": the fund. */
  private insteadOf(item: Item, at: number): HolderList | null {
    const trustee = matchAt(asTrustee, this.text, at);
    if (trustee !== null) {
      const list = this.listAt(at + trustee.length);
      // "by his spouse as trustee for their children": the spouse
      const isForRelatives = list?.holders.every(isRelated);
      return isForRelatives && item.holders.length > 0 ? null : list;
    }
    if (!item.isInsider) return null;
    const other = matchAt(asCustodian, this.text, at) ?? matchAt(insideOf, this.text, at);
    return other === null ? null : this.listAt(at + other.length);
  }
}
