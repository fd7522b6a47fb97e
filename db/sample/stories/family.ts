import { addYears } from "@/db/sample/calendar";
import type { Insider } from "@/db/sample/cast";
import { noteOnly, type Role, type Row, type TransactionRow } from "@/db/sample/filing";
import { has } from "@/db/sample/issuer";
import { voluntaryPooling } from "@/db/sample/notes/deal-notes";
import { groupDisclaimer } from "@/db/sample/notes/ownership-notes";
import { Position } from "@/db/sample/position";
import { priceCell, transactionRow } from "@/db/sample/rows";
import { Seat } from "@/db/sample/seat";
import type { Stage } from "@/db/sample/stage";
import { marketTrade } from "@/db/sample/stories/market-trades";
import { roundedShares } from "@/db/sample/stories/selling";
import { whole, wholePart } from "@/db/sample/ten-thousandths";

const heir = (director: boolean): Role => ({
  director,
  officerTitle: null,
  tenPercent: true,
  other: "Member of 10% owner group",
});

/**
 * A founder's family: brothers and sisters who file together, with their trust and company. One dies and leaves shares to
 * another; from then on the rest file without the dead.
 */
export function planFamily(stage: Stage): void {
  const { title } = stage.issuer.profile;
  const [eldest, second] = [stage.cast.person(), stage.cast.person()];
  const family =
    eldest.signature
      .replace(/,? (Jr\.|Sr\.|III|II)$/, "")
      .split(" ")
      .at(-1) ?? "";
  const company = `${family} Family Holdings, LLC`;
  const trust = `${family} 2009 Irrevocable Trust`;
  const trustOwner: Insider = stage.cast.entity(
    trust,
    `${trust}, By: /s/ ${second.signature}, Trustee`,
    stage.issuer.address,
  );
  const direct = new Position({ title, balance: whole(stage.random.int(100, 900) * 1000) });
  const byCompany = new Position({
    title,
    nature: `By ${company}`,
    natureNotes: [groupDisclaimer],
    balance: whole(stage.random.int(2000, 7000) * 1000),
  });
  const byTrust = new Position({
    title,
    nature: "By Trust",
    natureNotes: [`Held by the ${trust}.`],
    balance: whole(stage.random.int(300, 900) * 1000),
  });
  const members = [
    { insider: eldest, role: heir(true) },
    { insider: second, role: heir(false) },
    { insider: trustOwner, role: { ...heir(false), other: null } },
  ];
  const seat = new Seat(members, direct, stage.today);
  seat.addLine(byCompany);
  seat.addLine(byTrust);
  stage.seats.push(seat);

  for (let year = 0; year < 8; year++) {
    stage.at(addYears(stage.issuer.from, year) + stage.random.int(20, 330), () => {
      const line = stage.random.pick([byCompany, byTrust]);
      const code = stage.random.chance(0.3) ? "P" : "S";
      const amount = roundedShares(wholePart(line.balance, stage.random.between(0.01, 0.06)));
      if (amount > 0) stage.desk.report(seat, marketTrade(stage, line, { code, amount }), []);
    });
  }
  stage.at(addYears(stage.issuer.from, 3) + stage.random.int(0, 300), () => inherit(stage, seat, byTrust));
  if (has(stage.issuer, "voting trust")) planVotingTrust(stage, seat, direct);
}

/** By will: from the estate of the one who died to the trust of those who live. */
function inherit(stage: Stage, seat: Seat, trust: Position): void {
  const [, dead] = seat.members;
  const note = `Received upon the death of ${dead?.insider.signature} under the terms of the decedent's will.`;
  const amount = whole(stage.random.int(20, 160) * 1000 + 375);
  const trade = { on: stage.today, code: "W", letter: "A", amount, price: noteOnly(note), codeNotes: [note] } as const;
  seat.members.splice(1, 1);
  stage.desk.report(seat, [transactionRow(trust, trade, stage.style)], []);
}

/** Shares go into a voting trust against certificates, and some come back years later. */
function planVotingTrust(stage: Stage, seat: Seat, direct: Position): void {
  const certificates = seat.addLine(new Position({ title: "Voting Trust Certificates" }));
  const move = (from: Position, to: Position, part: number) => {
    const amount = wholePart(from.balance, part);
    const trade = {
      on: stage.today,
      code: "Z",
      amount,
      price: priceCell(stage.style, 0),
      codeNotes: [voluntaryPooling],
    } as const;
    const rows: TransactionRow[] = [
      transactionRow(from, { ...trade, letter: "D" }, stage.style),
      transactionRow(to, { ...trade, letter: "A" }, stage.style),
    ];
    stage.desk.report(seat, rows satisfies Row[], []);
  };
  stage.at(addYears(stage.issuer.from, 1) + 40, () => move(direct, certificates, 0.5));
  stage.at(addYears(stage.issuer.from, 5) + 90, () => move(certificates, direct, 0.4));
}
