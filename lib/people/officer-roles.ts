import type { Filing, ReportingOwner } from "@/lib/record/filing";
import { ROLES, type Role } from "@/lib/record/role";
import { pattern } from "@/lib/values/pattern";
import { bareTitle, isPointer, titleInRemarks, titleWords } from "./officer-title";

type TitleRole = Extract<Role, "ceo" | "cfo" | "coo" | "president" | "general-counsel" | "chair" | "vp">;

/**
 * Offices in the words of `titleWords`; the first that fits is read, so that a vice president is not a president. "Officer" may be
 * missing: the form cuts off "President and Chief Executive Officer" before it.
 */
const OFFICES: readonly (readonly [words: RegExp, role: TitleRole | null])[] = [
  [/^chief (?:executive|exec)(?: o[a-z]*)?(?= |$)/, "ceo"],
  [/^chief (?:financial|finance|finl|fin)(?: o[a-z]*)?(?= |$)/, "cfo"],
  [/^chief (?:operating|operations?|oper|opr|op)(?: o[a-z]*)?(?= |$)/, "coo"],
  [/^(?:v|vice) (?:p|president)(?= |$)/, "vp"],
  [/^[a-z]{1,3}vp(?= |$)/, "vp"],
  [/^(?:general|genl) counsel(?= |$)/, "general-counsel"],
  [/^vice chair(?:man|woman|person)?(?= |$)/, null],
  [/^(?:chair(?:man|woman|person)?|chrmn|cob)(?= |$)/, "chair"],
  [/^president(?= |$)/, "president"],
  [/^chief [a-z]+(?: [a-z]+){0,2} officer(?= |$)/, null],
  [
    pattern()`
      ^(?:
        officer | secretary | treasurer | counsel | controller | comptroller | director | head | manager | partner |
        founder | cofounder | owner | member | trustee | principal | [cp][a-z]{1,2}o
      ) (?=\ |$)
    `,
    null,
  ],
];

/** From such a word to the end of the title, offices are no longer held; if it is the last word, none is. */
const PAST = /^(?:former|formerly|ex|past|previous|previously|retired|resigned|emeritus)$/;
const NOW = /^(?:now|current|currently)$/;

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Words beside an office that do not limit it to a part of the issuer. */
const NEUTRAL = words(
  "interim acting now current currently co executive exec non nonexecutive independent sole founding global worldwide corporate",
);
/** "CFO, Finance and Administration" is the chief financial officer of the issuer. */
const FIELDS = words("finance financial administration admin accounting treasury legal compliance operations strategy");
const OF_ISSUER = words("company issuer corporation corp registrant");
const OF_BOARD = words("board directors bod trustees");
const OF_PART = words("subsidiary subsidiaries division segment unit affiliate bank committee");
/** The head of a whole group is not a president of one of several. */
const isWholeGroup = (word: string, role: TitleRole) => word === "group" && role !== "president";
/** Words that begin another office: "CEO Managing Director". */
const BEFORE_OTHER = words("managing principal corporate general assistant accounting board executive");
/** An office after such a word is one of several, or a lesser one: "EVP, Regional President". */
const ONE_OF_SEVERAL = words(
  "division divisional regional region area segment unit bank group deputy assistant associate to",
);

/** @property isWhole whether the title says that it is of the issuer itself */
type Office = { role: TitleRole | null; isWhole: boolean; isLimited: boolean };

/**
 * The roles that an officer's title names. Except for vice presidents, an office counts only if the title does not limit it to a part
 * of the issuer ("President, North America"), and only if it is still held.
 */
export function rolesInTitle(title: string): Set<TitleRole> {
  const roles = new Set<TitleRole>();
  if (PAST.test(titleWords(title).at(-1) ?? "")) return roles;
  const offices: Office[] = [];
  /** The offices that words behind them may limit: "President and CEO, Kestrel Bank". */
  let chain: Office[] = [];
  let isPast = false;
  for (const { text, isJoined } of partsOf(title)) {
    const found: Office[] = [];
    let beside: string[] = [];
    for (const token of officesAndWords(text)) {
      if (typeof token === "string") {
        isPast = PAST.test(token) || (isPast && !NOW.test(token));
        beside.push(token);
        continue;
      }
      const office = { role: isPast ? null : token.role, isWhole: false, isLimited: false };
      const before = found.at(-1);
      if (before === undefined) limit(office, beside);
      else {
        limit(before, token.role === null ? beside.filter((word) => !BEFORE_OTHER.has(word)) : beside);
        if (ONE_OF_SEVERAL.has(beside.at(-1) ?? "")) office.isLimited = true;
      }
      found.push(office);
      beside = [];
    }
    const last = found.at(-1);
    if (last === undefined) for (const office of chain) limit(office, beside);
    else {
      chain = isJoined ? [...chain, ...found] : found;
      const isOfAll = last.role !== null && last.role !== "vp";
      for (const office of isOfAll ? chain : [last]) limit(office, beside);
      offices.push(...found);
    }
  }
  for (const { role, isLimited } of offices) if (role !== null && !isLimited) roles.add(role);
  return roles;
}

/** Applies the words beside an office. */
function limit(office: Office, beside: readonly string[]): void {
  const { role } = office;
  if (role === null) return;
  if (role === "vp") {
    if (beside.includes("to")) office.isLimited = true;
    return;
  }
  const isOfBoard = (word: string) => role === "chair" && OF_BOARD.has(word);
  const others = beside.filter((word) => !NEUTRAL.has(word) && !FIELDS.has(word) && !isWholeGroup(word, role));
  if (others.length === 0 || office.isWhole) return;
  if (others.some((word) => OF_PART.has(word))) office.isLimited = true;
  else if (others.some((word) => OF_ISSUER.has(word) || isOfBoard(word))) office.isWhole = true;
  else office.isLimited = true;
}

/** The parts of a title between commas and the like. `isJoined` if "and" or a slash comes before it. */
function partsOf(title: string): { text: string; isJoined: boolean }[] {
  const text = title
    .replace(/\b(vice|co|non|ex)\s?-\s?(?=\p{L})/giu, "$1 ")
    .replace(/\s?-\s?(?=(?:elect|designate)\b)/gi, " ")
    .replace(/\s*(?:[,;:()[\]|–—-]+\s*)+/g, " , ")
    .replace(/\s*(?:[&/+]|\band\b)\s*/gi, " & ");
  const parts: { text: string; isJoined: boolean }[] = [];
  let isJoined = false;
  for (const piece of text.split(/([,&])/)) {
    if (piece === "," || piece === "&") isJoined = piece === "&";
    else if (piece.trim() !== "") parts.push({ text: piece, isJoined });
  }
  return parts;
}

/** The words of a part of a title, and the offices among them. */
function officesAndWords(text: string): (string | { role: TitleRole | null })[] {
  const tokens: (string | { role: TitleRole | null })[] = [];
  let rest = titleWords(text).join(" ");
  while (rest !== "") {
    const office = OFFICES.flatMap(([pattern, role]) => {
      const [found] = pattern.exec(rest) ?? [];
      return found === undefined ? [] : [{ found, role }];
    })[0];
    const [word = rest] = rest.split(" ", 1);
    tokens.push(office ? { role: office.role } : word);
    rest = rest.slice((office?.found ?? word).length).trimStart();
  }
  return tokens;
}

/** What the owners of a filing are, in the order of `ROLES`. */
export function rolesOfFiling({ owners, remarks }: Pick<Filing, "owners" | "remarks">): Role[] {
  const found = new Set(owners.flatMap((owner) => [...rolesOf(owner, remarks)]));
  return ROLES.filter((role) => found.has(role));
}

type Said = Pick<ReportingOwner, "isDirector" | "isOfficer" | "isTenPercentOwner" | "isOther" | "officerTitle">;

/** What the form says that an owner is: by its boxes, and by the title of an officer, which may be in the remarks. */
function rolesOf(owner: Said, remarks: string | null): Set<Role> {
  const roles = rolesByTitle(owner.officerTitle, remarks);
  if (owner.isDirector) roles.add("director");
  if (owner.isOfficer) roles.add("officer");
  if (owner.isTenPercentOwner) roles.add("ten-percent");
  if (owner.isOther) roles.add("other");
  return roles;
}

/** The roles that an officer's title names, wherever it is. */
export function rolesByTitle(officerTitle: string | null, remarks: string | null): Set<Role> {
  if (officerTitle === null) return new Set();
  const title = isPointer(officerTitle) ? titleInRemarks(remarks ?? "") : bareTitle(officerTitle);
  return title === null ? new Set() : rolesInTitle(title);
}
