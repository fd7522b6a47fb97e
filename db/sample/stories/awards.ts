import { addMonths, addYears, type Day, date, dayText, onOrAfter, yearOf } from "@/db/sample/calendar";
import { type Cell, cell, noteOnly, type Row, type TransactionRow } from "@/db/sample/filing";
import { splitFactor } from "@/db/sample/issuer";
import * as notes from "@/db/sample/notes/award-notes";
import { Position } from "@/db/sample/position";
import { priceCell, transactionRow } from "@/db/sample/rows";
import type { OptionGrant, Seat, StockAward, Vesting } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import { marketTrade } from "@/db/sample/stories/market-trades";
import { type Rank, yearlyAward } from "@/db/sample/stories/pay";
import { decimalText, type TenThousandths, toNumber, whole, wholePart } from "@/db/sample/ten-thousandths";

/** The company's day of the year for awards, which is that of vestings too. */
const awardDay = (stage: Stage, year: number): Day => onOrAfter(awardDate(stage, year));

function awardDate(stage: Stage, year: number): Day {
  const dayOfMonth = stage.issuer.wording.choose("day of awards", [4, 8, 12, 15, 18, 22, 25]);
  return date(year, stage.habits.awardMonth, dayOfMonth);
}

/** Plans the awards of every year in which the seat is held, and the first at once for those who join. */
export function planAwards(stage: Stage, seat: Seat, rank: Rank, onJoining: boolean): void {
  const { awards } = stage.issuer.industry;
  if (awards.length === 0) return;
  const value = yearlyAward(stage.issuer, rank);
  const grant = (part: number) => {
    const tableI: Row[] = [];
    const tableII: Row[] = [];
    const each = (value * part * stage.random.between(0.85, 1.2)) / awards.length;
    if (awards.includes("rsus")) grantUnits(stage, seat, each, tableI, tableII);
    if (awards.includes("psus") && part === 1) grantPerformanceUnits(stage, seat, each, tableII);
    if (awards.includes("options")) tableII.push(grantOption(stage, seat, each));
    if (tableI.length + tableII.length > 0) stage.desk.report(seat, tableI, tableII);
  };
  if (onJoining) stage.atSeat(seat, stage.today + stage.random.int(1, 25), () => grant(0.8));
  for (let year = yearOf(stage.today); year <= 2026; year++) {
    const on = awardDay(stage, year);
    if (on > stage.today + 90 || (!onJoining && on >= stage.today)) stage.atSeat(seat, on, () => grant(1));
  }
}

const free = (stage: Stage): Cell =>
  stage.habits.freeShares === "zero" ? priceCell(stage.style, 0) : noteOnly(notes.freeOfCharge(stage.wording));

function inSteps(amount: TenThousandths, days: Day[]): Vesting[] {
  const each = wholePart(amount, 1 / days.length);
  return days.map((on, index) => ({ on, amount: index === days.length - 1 ? amount - each * index : each }));
}

/** Vesting days after a grant: they fall on the company's yearly day, or on every third month from it. */
function vestingDays(stage: Stage, granted: Day): Day[] {
  if (stage.issuer.industry.vesting === "yearly") {
    const years = stage.wording.choose("years of vesting", [3, 3, 4]);
    return Array.from({ length: years }, (_, index) => awardDay(stage, yearOf(granted) + index + 1));
  }
  const base = awardDate(stage, yearOf(granted));
  const first =
    Array.from({ length: 8 }, (_, index) => addMonths(base, 3 * index)).find((on) => on > granted + 60) ?? granted;
  return Array.from({ length: 12 }, (_, index) => onOrAfter(addMonths(first, 3 * index)));
}

/** A company's day of vesting is rolled to business days before it is a step of an award. */
function planVesting(stage: Stage, seat: Seat, award: StockAward): void {
  for (const on of new Set(award.steps.map((step) => step.on))) {
    const alreadyPlanned = seat.awards.some((other) => other !== award && other.steps.some((step) => step.on === on));
    if (!alreadyPlanned) stage.atSeat(seat, on, () => vestToday(stage, seat));
  }
  seat.awards.push(award);
}

function unitsPosition(stage: Stage, seat: Seat, vestingNote: string): Position {
  const { unitsLeft, unitTitle } = stage.habits;
  const generic = notes.unitsVestAsAwarded(stage.wording);
  if (unitsLeft === "of all awards") {
    const carried = seat.awards.find((award) => award.units?.title === unitTitle)?.units;
    if (carried) return carried;
  }
  const vesting = unitsLeft === "of all awards" ? generic : vestingNote;
  return new Position({
    title: unitTitle,
    terms: {
      exercisePrice: noteOnly(notes.eachUnitIsAShare(stage.wording)),
      exerciseDate: noteOnly(vesting),
      expirationDate: noteOnly(vesting),
      underlyingTitle: stage.issuer.profile.title,
    },
  });
}

function grantUnits(stage: Stage, seat: Seat, value: number, tableI: Row[], tableII: Row[]): void {
  const amount = whole(Math.max(20, Math.round(value / toNumber(stage.price))));
  const steps = inSteps(amount, vestingDays(stage, stage.today));
  const first = steps[0]?.on ?? stage.today;
  if (stage.habits.unitsIn === "I") {
    const note = notes.awardInTableI(stage.wording, stage.today, first, steps.length);
    const award: StockAward = { granted: stage.today, units: null, note, steps };
    const trade = { on: stage.today, code: "A", letter: "A", amount, price: free(stage), amountNotes: [note] } as const;
    tableI.push(transactionRow(seat.direct, trade, stage.style));
    planVesting(stage, seat, award);
    return;
  }
  const note = notes.unitVesting(stage.wording, stage.issuer.industry.vesting, stage.today, first, steps.length);
  const units = unitsPosition(stage, seat, note);
  const trade = { on: stage.today, code: "A", letter: "A", amount, price: free(stage) } as const;
  tableII.push(transactionRow(units, trade, stage.style));
  planVesting(stage, seat, { granted: stage.today, units, note, steps });
}

/** Units granted before the sample begins: what of them is still to vest. */
export function earlierUnits(stage: Stage, seat: Seat, rank: Rank): void {
  const { awards } = stage.issuer.industry;
  if (!awards.some((kind) => kind === "rsus")) return;
  for (const yearsAgo of [2, 1]) {
    const granted = awardDay(stage, yearOf(stage.today) - yearsAgo + 1);
    if (granted > stage.today) continue;
    const value = (yearlyAward(stage.issuer, rank) / awards.length) * stage.random.between(0.6, 1);
    const all = inSteps(whole(Math.max(20, Math.round(value / toNumber(stage.price)))), vestingDays(stage, granted));
    const steps = all.filter((step) => step.on > stage.today);
    const left = steps.reduce((sum, step) => sum + step.amount, 0);
    const [first] = all;
    const note = notes.unitVesting(
      stage.wording,
      stage.issuer.industry.vesting,
      granted,
      first?.on ?? granted,
      all.length,
    );
    const units = stage.habits.unitsIn === "II" ? unitsPosition(stage, seat, note) : null;
    (units ?? seat.direct).change(left);
    planVesting(stage, seat, { granted, units, note, steps });
  }
}

/** Everything that vests today, and what is kept back or sold for the tax. */
export function vestToday(stage: Stage, seat: Seat, tableI: Row[] = [], tableII: Row[] = []): void {
  const today = stage.today;
  let vested = 0;
  for (const award of seat.awards) {
    const amount = award.steps.filter((step) => step.on === today).reduce((sum, step) => sum + step.amount, 0);
    if (amount === 0) continue;
    vested += amount;
    if (!award.units) continue;
    const shares = {
      on: today,
      code: "M",
      letter: "A",
      amount,
      price: free(stage),
      codeNotes: [notes.eachUnitIsAShare(stage.wording)],
    } as const;
    tableI.push(transactionRow(seat.direct, shares, stage.style));
    tableII.push(
      transactionRow(award.units, { on: today, code: "M", letter: "D", amount, price: free(stage) }, stage.style),
    );
  }
  if (vested > 0) tableI.push(...payTax(stage, seat, vested));
  if (tableI.length + tableII.length > 0) stage.desk.report(seat, tableI, tableII);
}

/** Between 35 and 45 percent, by where the person lives. */
const taxRate = (seat: Seat) => 0.35 + (Number(seat.member.insider.cik.slice(-3)) % 11) / 100;

function payTax(stage: Stage, seat: Seat, vested: TenThousandths): TransactionRow[] {
  const amount = wholePart(vested, taxRate(seat));
  if (amount === 0) return [];
  if (stage.habits.taxBy === "sale") {
    return marketTrade(stage, seat.direct, { code: "S", amount, codeNotes: [notes.soldForTax(stage.wording)] });
  }
  const note = notes.withheldForTax(stage.wording);
  const price = priceCell(stage.style, stage.price);
  return [
    transactionRow(
      seat.direct,
      { on: stage.today, code: "F", letter: "D", amount, price, amountNotes: [note] },
      stage.style,
    ),
  ];
}

function grantPerformanceUnits(stage: Stage, seat: Seat, value: number, tableII: Row[]): void {
  const granted = stage.today;
  const target = whole(Math.max(20, Math.round(value / toNumber(stage.price))));
  const percent = stage.random.pick([0, 48, 72, 91, 100, 113, 137, 164, 200]);
  const ends = awardDay(stage, yearOf(granted) + 3);
  if (stage.habits.performanceUnits === "when earned") {
    if (percent > 0) stage.atSeat(seat, ends, () => issueEarned(stage, seat, granted, target, percent));
    return;
  }
  const note = notes.performanceAtGrant(ends);
  const units = new Position({
    title: "Performance Stock Units",
    terms: {
      exercisePrice: noteOnly(notes.eachUnitIsAShare(stage.wording)),
      exerciseDate: noteOnly(note),
      expirationDate: noteOnly(note),
      underlyingTitle: stage.issuer.profile.title,
    },
  });
  tableII.push(
    transactionRow(units, { on: granted, code: "A", letter: "A", amount: target, price: free(stage) }, stage.style),
  );
  seat.derivatives.push(units);
  stage.atSeat(seat, ends, () => settleUnits(stage, seat, units, granted, percent));
}

function issueEarned(stage: Stage, seat: Seat, granted: Day, target: TenThousandths, percent: number): void {
  const earned = wholePart(target, (percent / 100) * splitFactor(stage.issuer, granted, stage.today));
  const note = notes.performanceEarned(stage.wording, granted, percent);
  const trade = {
    on: stage.today,
    code: "A",
    letter: "A",
    amount: earned,
    price: free(stage),
    amountNotes: [note],
  } as const;
  stage.desk.report(seat, [transactionRow(seat.direct, trade, stage.style), ...payTax(stage, seat, earned)], []);
}

/** Units shown at target: those earned beyond it are added first, those not earned go back. */
function settleUnits(stage: Stage, seat: Seat, units: Position, granted: Day, percent: number): void {
  const target = units.balance;
  const earned = wholePart(target, percent / 100);
  const tableI: Row[] = [];
  const tableII: Row[] = [];
  const move = (code: "A" | "D" | "M", letter: "A" | "D", amount: TenThousandths, note: string) =>
    tableII.push(
      transactionRow(
        units,
        { on: stage.today, code, letter, amount, price: free(stage), codeNotes: [note] },
        stage.style,
      ),
    );
  const note = notes.performanceEarned(stage.wording, granted, percent);
  if (earned > target) move("A", "A", earned - target, note);
  if (earned < target) move("D", "D", target - earned, `${note} The units not earned were forfeited to the Issuer.`);
  if (earned > 0) {
    move("M", "D", earned, note);
    const shares = {
      on: stage.today,
      code: "M",
      letter: "A",
      amount: earned,
      price: free(stage),
      codeNotes: [note],
    } as const;
    tableI.push(transactionRow(seat.direct, shares, stage.style), ...payTax(stage, seat, earned));
  }
  stage.desk.report(seat, tableI, tableII);
}

/** An option granted on a day at a price; the row that reports the grant is the caller's to file or drop. */
export function optionGrant(stage: Stage, granted: Day, price: TenThousandths): OptionGrant {
  const years = stage.wording.choose("years of option vesting", [3, 4, 4]);
  const note = notes.optionVesting(stage.wording, years, addYears(granted, 1));
  const dated = stage.wording.choose("exercise date", ["note", "note", "date"]) === "date";
  const expires = addYears(granted, 10) - stage.wording.choose("last day of an option", [0, 1]);
  const position = new Position({
    title: stage.habits.optionTitle,
    terms: {
      exercisePrice: cell(decimalText(price, stage.style.pricePlaces)),
      exerciseDate: dated ? cell(dayText(addYears(granted, 1)), note) : noteOnly(note),
      expirationDate: cell(dayText(expires)),
      underlyingTitle: stage.issuer.profile.title,
    },
  });
  const steps = Array.from({ length: years }, (_, index) => ({ on: addYears(granted, index + 1), amount: 0 }));
  return { granted, price, position, steps, expires };
}

function grantOption(stage: Stage, seat: Seat, value: number): TransactionRow {
  const amount = whole(Math.max(1, Math.round(value / (toNumber(stage.price) * 0.42) / 100)) * 100);
  const grant = optionGrant(stage, stage.today, stage.price);
  const row = transactionRow(
    grant.position,
    { on: stage.today, code: "A", letter: "A", amount, price: free(stage) },
    stage.style,
  );
  seat.options.push({
    ...grant,
    steps: inSteps(
      amount,
      grant.steps.map((step) => step.on),
    ),
  });
  return row;
}
