import { addBusinessDays } from "@/db/sample/calendar";
import { cell, noteOnly, type Role, type Row, type TransactionRow } from "@/db/sample/filing";
import type { House } from "@/db/sample/houses";
import { affiliatedDirector, groupDisclaimer, heldByFund } from "@/db/sample/notes/ownership-notes";
import { Position } from "@/db/sample/position";
import { holdingRow } from "@/db/sample/rows";
import { type Member, Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import type { TenThousandths } from "@/db/sample/ten-thousandths";

/** A house as holder of more than ten percent: one line for each fund, and one or two seats that report them. */
export type Group = {
  house: House;
  lines: Position[];
  seats: Seat[];
  /** A director from the house, who reports the same shares in a filing of his or her own. */
  director: Seat | null;
};

const MOST_OWNERS = 10;

const holder: Role = { director: false, officerTitle: null, tenPercent: true, other: null };

/** Funds name themselves as the nature of ownership, or leave all to the notes. */
export function formGroup(
  stage: Stage,
  house: House,
  balances: readonly TenThousandths[],
  alsoDirector: boolean,
): Group {
  const { title } = stage.issuer.profile;
  const namesFunds = stage.wording.choose(`nature of ${house.name}`, [true, true, false]);
  const lines = house.funds.map((fund, index) => {
    const note = heldByFund(fund.shortName, house.partner.name, house.manager.name);
    const nature = namesFunds ? `By ${fund.shortName}` : "See Footnotes";
    return new Position({ title, nature, natureNotes: [note, groupDisclaimer], balance: balances[index] ?? 0 });
  });
  const insiders = [...house.funds.map((fund) => fund.insider), house.partner, house.manager, ...house.people];
  const members: Member[] = insiders.map((insider) => ({ insider, role: holder }));
  const parts = Math.ceil(members.length / MOST_OWNERS);
  const seats = Array.from({ length: parts }, (_, index) =>
    seatOf(stage, members.slice(index * MOST_OWNERS, (index + 1) * MOST_OWNERS), lines),
  );
  const person = house.people.at(-1);
  const director =
    alsoDirector && person && parts === 1
      ? seatOf(
          stage,
          [{ insider: person, role: { ...holder, director: true, tenPercent: false } }],
          [new Position({ title })],
        )
      : null;
  if (director) seats[0]?.members.splice(-1, 1);
  return { house, lines, seats, director };
}

function seatOf(stage: Stage, members: Member[], lines: Position[]): Seat {
  const [first, ...others] = lines;
  if (!first) throw new Error("a group holds something");
  const seat = new Seat(members, first, stage.today);
  for (const line of others) seat.addLine(line);
  stage.seats.push(seat);
  return seat;
}

const partOf = (index: number, count: number) =>
  `This Form 4 is filing ${index + 1} of ${count}: the other reporting persons of the group are named in the other filing, and all report the same securities.`;

/** Reports rows for the group: the same rows in each of its filings, and in its director's. */
export function reportForGroup(
  stage: Stage,
  group: Group,
  tableI: TransactionRow[],
  tableII: TransactionRow[] = [],
): void {
  group.seats.forEach((seat, index) => {
    const remarks = group.seats.length > 1 ? partOf(index, group.seats.length) : undefined;
    stage.desk.report(seat, tableI, tableII, { delay: 2, remarks });
  });
  if (group.director) {
    const { insider } = group.director.member;
    const note = affiliatedDirector(insider.signature, group.house.funds[0]?.shortName ?? group.house.name);
    const own = <R extends Row>(row: R): R => ({
      ...row,
      nature: row.nature && cell(row.nature.value, ...row.nature.notes, note),
    });
    stage.desk.report(group.director, tableI.map(own), tableII.map(own), { delay: 2 });
  }
}

/** Form 3 of each filing, with what the group holds on the day. */
export function fileGroupForm3(stage: Stage, group: Group, derivatives: Position[]): void {
  const seats = group.director ? [...group.seats, group.director] : group.seats;
  for (const seat of seats) {
    stage.desk.file(seat, {
      documentType: "3",
      filed: addBusinessDays(stage.today, 1),
      period: stage.today,
      tableI: group.lines.filter((line) => line.balance > 0).map((line) => holdingRow(line, stage.style)),
      tableII: derivatives.map((line) => holdingRow(line, stage.style)),
    });
  }
}

/** Series of preferred stock that become common shares when the company goes public. */
export function preferredStock(
  stage: Stage,
  line: Position,
  series: string,
  note: string,
  balance: TenThousandths,
): Position {
  return new Position({
    title: series,
    nature: line.nature,
    natureNotes: line.natureNotes,
    balance,
    terms: {
      exercisePrice: noteOnly(note),
      exerciseDate: noteOnly(note),
      expirationDate: noteOnly(note),
      underlyingTitle: stage.issuer.profile.title,
    },
  });
}
