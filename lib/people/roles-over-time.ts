import type { Filing, ReportingOwner } from "@/lib/record/filing";
import { orderDay } from "@/lib/record/order-day";
import { relationshipParts } from "@/lib/record/relationship";
import { compareText } from "@/lib/values/compare-text";
import { bareTitle, isPointer, shownTitles, titleInRemarks } from "./officer-title";

export type RoleFiling = Pick<
  Filing,
  "accessionNumber" | "documentType" | "orderedAt" | "notSubjectToSection16" | "remarks" | "owners"
>;

/** What an owner was to an issuer, according to the owner's filings. */
export type RolesOverTime = {
  /**
   * From the newest filings. `since` is the day of the first that names it, and `lastStated` that of the last. Null if no filing names a
   * relationship.
   */
  current: { words: string; since: string | null; lastStated: string | null } | null;
  /** Newest first, each with the days of the first and last filing that name it. */
  before: { words: string; from: string | null; to: string | null }[];
  /** The day of the last filing, if its box says that the owner is no longer subject to Section 16. */
  leftOn: string | null;
};

/** Everything that the filings of one day say about an owner. */
type DayReport = { day: string | null; roles: Set<string>; isExit: boolean; isForm3: boolean };

type Period = { roles: Set<string>; from: string | null; to: string | null };

const DIRECTOR = "director";
const TEN_PERCENT = "ten percent";
const OFFICER = "officer";
const TITLE = "title ";
const OTHER = "other ";

const TITLE_IN_REMARKS = "Officer (title in remarks)";
const OTHER_IN_REMARKS = "Other (described in remarks)";

/** The roles of an owner from all filings on one issuer, in any order. */
export function rolesOverTime(filings: readonly RoleFiling[], ownerCik: string): RolesOverTime {
  const days = dayReports(filings, ownerCik);
  const periods = stays(days).flatMap((stay) => periodsOf(stay.filter(({ roles }) => roles.size > 0)));
  const current = periods.at(-1);
  const last = days.at(-1);
  return {
    current: current ? { words: inWords(current.roles), since: current.from, lastStated: current.to } : null,
    before: periods
      .slice(0, -1)
      .reverse()
      .map(({ roles, from, to }) => ({ words: inWords(roles), from, to })),
    leftOn: last?.isExit ? last.day : null,
  };
}

/** By time. Filings without a date are left out if any has one. */
function dayReports(filings: readonly RoleFiling[], ownerCik: string): DayReport[] {
  const mentions = filings
    .flatMap((filing) => {
      const day = orderDay(filing.orderedAt);
      return filing.owners.filter(({ cik }) => cik === ownerCik).map((owner) => ({ day, filing, owner }));
    })
    .filter(({ day }, _, all) => day !== null || all.every((other) => other.day === null))
    .sort((a, b) => compareText(orderOf(a.filing), orderOf(b.filing)));
  const titles = shownTitles(mentions.flatMap(({ filing, owner }) => titleOf(filing, owner) ?? []));

  const days: DayReport[] = [];
  for (const { day, filing, owner } of mentions) {
    let report = days.at(-1);
    if (!report || report.day !== day) {
      report = { day, roles: new Set(), isExit: false, isForm3: false };
      days.push(report);
    }
    const roles = rolesOn(filing, owner, titles);
    // If one day has two titles, that of the later filing is kept.
    if (roles.some(isTitle)) for (const role of report.roles) if (isTitle(role)) report.roles.delete(role);
    for (const role of roles) report.roles.add(role);
    report.isExit ||= filing.notSubjectToSection16 === true;
    report.isForm3 ||= filing.documentType === "3";
  }
  return days;
}

const orderOf = ({ orderedAt, accessionNumber }: RoleFiling) => `${orderedAt} ${accessionNumber}`;
/** An officer's title in a filing; null if it states none, or points to remarks that state none. */
function titleOf(filing: RoleFiling, { isOfficer, officerTitle }: ReportingOwner): string | null {
  if (!isOfficer || officerTitle === null) return null;
  if (!isPointer(officerTitle)) return bareTitle(officerTitle);
  const pointing = filing.owners.filter((owner) => owner.officerTitle !== null && isPointer(owner.officerTitle));
  // Remarks belong to the filing. If two owners point to them, we cannot tell whose title it is.
  return filing.remarks === null || pointing.length > 1 ? null : titleInRemarks(filing.remarks);
}

function rolesOn(filing: RoleFiling, owner: ReportingOwner, titles: ReadonlyMap<string, string>): string[] {
  const roles: string[] = [];
  if (owner.isOfficer) {
    const title = titleOf(filing, owner);
    if (title !== null) roles.push(`${TITLE}${titles.get(title) ?? title}`);
    else roles.push(owner.officerTitle === null ? OFFICER : `${TITLE}${TITLE_IN_REMARKS}`);
  }
  if (owner.isDirector) roles.push(DIRECTOR);
  if (owner.isTenPercentOwner) roles.push(TEN_PERCENT);
  if (owner.isOther) {
    const text = owner.otherText ?? "Other";
    roles.push(`${OTHER}${isPointer(text) ? OTHER_IN_REMARKS : bareTitle(text)}`);
  }
  return roles;
}

/** From a Form 3 to the exit box. An owner who files another Form 3 after that has come back. */
function stays(days: readonly DayReport[]): DayReport[][] {
  const found: DayReport[][] = [[]];
  let hasLeft = false;
  for (const report of days) {
    if (hasLeft && report.isForm3) {
      found.push([]);
      hasLeft = false;
    }
    hasLeft ||= report.isExit;
    found.at(-1)?.push(report);
  }
  return found;
}

function periodsOf(days: readonly DayReport[]): Period[] {
  const periods: Period[] = [];
  for (const [index, { day }] of days.entries()) {
    const roles = steadyRoles(days, index);
    const last = periods.at(-1);
    if (last && sameRoles(last.roles, roles)) last.to = day;
    else periods.push({ roles, from: day, to: day });
  }
  return periods;
}

const sameRoles = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((role) => b.has(role));

/** Fills in what the filings of one day omit if those before and after state it, and drops a different title that they state instead. */
function steadyRoles(days: readonly DayReport[], index: number): Set<string> {
  const before = days[index - 1]?.roles ?? new Set<string>();
  const after = days[index + 1]?.roles ?? new Set<string>();
  const roles = new Set(days[index]?.roles);
  const left = [...before].filter((role) => after.has(role) && !roles.has(role));
  for (const role of left) roles.add(role);
  if (left.some(isTitle)) {
    for (const role of [...roles]) if (isTitle(role) && !before.has(role) && !after.has(role)) roles.delete(role);
  }
  if ([...roles].some(isTitle)) roles.delete(OFFICER);
  return roles;
}

const isTitle = (role: string) => role.startsWith(TITLE);

const textsOf = (roles: ReadonlySet<string>, kind: string): string | null =>
  [...roles]
    .flatMap((role) => (role.startsWith(kind) ? role.slice(kind.length) : []))
    .sort()
    .join(", ") || null;

/** "Director and 10% owner", or with commas if a title contains "and". */
function inWords(roles: ReadonlySet<string>): string {
  const officerTitle = textsOf(roles, TITLE);
  const otherText = textsOf(roles, OTHER);
  const parts = relationshipParts({
    isOfficer: officerTitle !== null || roles.has(OFFICER),
    officerTitle,
    isDirector: roles.has(DIRECTOR),
    isTenPercentOwner: roles.has(TEN_PERCENT),
    isOther: otherText !== null,
    otherText,
  });
  return parts.length === 2 && !/[,&/]|\band\b/i.test(parts.join("  ")) ? parts.join(" and ") : parts.join(", ");
}
