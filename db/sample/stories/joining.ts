import { addBusinessDays, addYears } from "@/db/sample/calendar";
import type { Insider } from "@/db/sample/cast";
import type { HoldingRow, Role } from "@/db/sample/filing";
import { powerOfAttorney } from "@/db/sample/notes/filing-notes";
import { familyTrust, spouse } from "@/db/sample/notes/ownership-notes";
import { Position } from "@/db/sample/position";
import { holdingRow } from "@/db/sample/rows";
import { type OptionGrant, Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import { earlierUnits, optionGrant } from "@/db/sample/stories/awards";
import { type Rank, yearlyAward } from "@/db/sample/stories/pay";
import { share, type TenThousandths, toNumber, whole } from "@/db/sample/ten-thousandths";

export type Trust = { position: Position; name: string };

export const asOfficer = (officerTitle: string, director = false): Role => ({
  director,
  officerTitle,
  tenPercent: false,
  other: null,
});

export const asDirector: Role = { director: true, officerTitle: null, tenPercent: false, other: null };

/** A seat with nothing held yet, taken today or some years ago. */
export function emptySeat(stage: Stage, insider: Insider, role: Role, yearsAgo: number): Seat {
  const joined = addYears(stage.today, -yearsAgo);
  const seat = new Seat([{ insider, role }], new Position({ title: stage.issuer.profile.title }), joined);
  stage.seats.push(seat);
  return seat;
}

/** Gives a seat what somebody of that rank has gathered in some years of service. */
export function settle(stage: Stage, seat: Seat, rank: Rank, years: number): void {
  const dollars = yearlyAward(stage.issuer, rank) * years * stage.random.between(0.25, 0.9);
  seat.direct.change(whole(Math.round(dollars / toNumber(stage.price))));
  if (rank === "director") return;
  earlierUnits(stage, seat, rank);
  if (!stage.issuer.industry.awards.some((kind) => kind === "options")) return;
  for (const yearsAgo of stage.random.sample([1, 2, 3, 4, 5, 7, 8], stage.random.int(1, 3)).sort((a, b) => b - a)) {
    seat.options.push(earlierOption(stage, yearsAgo, dollars / 3));
  }
}

/** An option granted before the sample begins, when the price was lower. */
function earlierOption(stage: Stage, yearsAgo: number, dollars: number): OptionGrant {
  const granted = addYears(stage.today, -yearsAgo) + stage.random.int(-60, 120);
  const price = share(stage.price, stage.random.between(0.3, 0.35) + 0.45 / yearsAgo);
  const cents = Math.round(price / 100) * 100;
  const grant = optionGrant(stage, granted, cents);
  const amount = whole(Math.max(5, Math.round(dollars / toNumber(cents) / 100)) * 100);
  grant.position.change(amount);
  const each = Math.floor(amount / grant.steps.length / 10_000) * 10_000;
  return { ...grant, steps: grant.steps.map((step) => ({ ...step, amount: each })) };
}

/** "Corrigan Family Trust": the trust of a person, with its line in Table I. */
export function openTrust(stage: Stage, seat: Seat, balance: TenThousandths): Trust {
  const words = seat.member.insider.signature.replace(/,? (Jr\.|Sr\.|III|II)$/, "").split(" ");
  const family = words.at(-1) ?? "";
  const name = stage.random.pick([
    `${family} Family Trust`,
    `${words[0]} ${family} Revocable Trust`,
    `${family} 2014 Irrevocable Trust`,
  ]);
  const position = new Position({
    title: stage.issuer.profile.title,
    nature: stage.habits.trustNature,
    natureNotes: [familyTrust(stage.wording, name)],
    balance,
  });
  seat.addLine(position);
  return { position, name };
}

export function addSpouse(stage: Stage, seat: Seat, balance: TenThousandths): Position {
  const nature = stage.wording.choose("spouse", ["By Spouse", "By spouse", "By wife", "by Spouse"]);
  return seat.addLine(new Position({ title: stage.issuer.profile.title, nature, natureNotes: [spouse], balance }));
}

/** The first report of a new insider, within ten days of the event, or late. */
export function fileForm3(
  stage: Stage,
  seat: Seat,
  delay = stage.random.chance(0.06) ? stage.random.int(9, 60) : stage.random.int(1, 6),
): void {
  const { style } = stage.issuer.habits;
  const lines: HoldingRow[] = seat.lines.filter((line) => line.balance > 0).map((line) => holdingRow(line, style));
  const units = new Set(seat.awards.flatMap((award) => award.units ?? []));
  const derivatives = [...seat.options.map((grant) => grant.position), ...units, ...seat.derivatives].filter(
    (line) => line.balance > 0,
  );
  const tableII = derivatives.map((line) => holdingRow(line, style));
  stage.desk.file(seat, {
    documentType: "3",
    filed: addBusinessDays(stage.today, delay),
    period: stage.today,
    tableI: lines,
    tableII,
    noSecuritiesOwned: lines.length + tableII.length === 0,
    remarks: stage.habits.signer === "attorney" ? powerOfAttorney : "",
  });
}
