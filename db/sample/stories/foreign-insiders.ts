import { addBusinessDays, dayText } from "@/db/sample/calendar";
import type { Insider } from "@/db/sample/cast";
import { type Address, cell, noteOnly, type Row } from "@/db/sample/filing";
import { adsNote } from "@/db/sample/notes/deal-notes";
import { currencyNote } from "@/db/sample/notes/price-notes";
import { Position } from "@/db/sample/position";
import { holdingRow, priceCell, transactionRow } from "@/db/sample/rows";
import { Seat } from "@/db/sample/seat";
import { FOREIGN_INSIDERS_DAY } from "@/db/sample/span";
import type { Stage } from "@/db/sample/stage";
import { asDirector, asOfficer } from "@/db/sample/stories/joining";
import { marketTrade } from "@/db/sample/stories/market-trades";
import { decimalText, groupedText, share, whole } from "@/db/sample/ten-thousandths";

/** Kroner for a dollar, in ten-thousandths. */
const RATE = 67_850;

/** Two ordinary shares stand behind each American Depositary Share. */
const SHARES_PER_ADS = 2;

const ADDRESSES: readonly Address[] = [
  { street1: "HAVNEGADE 41", street2: "", city: "ESBJERG", state: "G7", zip: "6700", foreign: "DENMARK" },
  {
    street1: "STRANDVAENGET 112, 3. TV",
    street2: "",
    city: "COPENHAGEN",
    state: "G7",
    zip: "2100",
    foreign: "DENMARK",
  },
  { street1: "LILLEVIKVEIEN 8", street2: "", city: "STAVANGER", state: "Q8", zip: "4016", foreign: "NORWAY" },
];

const TITLES = ["Chief Executive Officer", "Chief Financial Officer", "EVP, Offshore Construction"];

type Holder = { seat: Seat; ads: Position };

/** Since March 2026 the insiders of foreign issuers report too: shares at home in kroner, depositary shares in dollars. */
export function planForeignInsiders(stage: Stage): void {
  stage.at(FOREIGN_INSIDERS_DAY, () => {
    for (let index = 0; index < 8; index++) {
      const holder = arrive(stage, index);
      stage.at(addBusinessDays(stage.today, stage.random.int(5, 50)), () => tradeAtHome(stage, holder));
      if (index % 2 === 0)
        stage.at(addBusinessDays(stage.today, stage.random.int(10, 60)), () => tradeInNewYork(stage, holder));
      if (index % 3 === 0)
        stage.at(addBusinessDays(stage.today, stage.random.int(30, 60)), () => exchange(stage, holder));
    }
  });
}

function arrive(stage: Stage, index: number): Holder {
  const insider: Insider = { ...stage.cast.person(), address: ADDRESSES[index % ADDRESSES.length] ?? null };
  const title = TITLES[index];
  const role = title ? asOfficer(title) : { ...asDirector };
  const direct = new Position({ title: stage.issuer.profile.title, balance: whole(stage.random.int(4, 90) * 500) });
  const seat = new Seat([{ insider, role }], direct, stage.today);
  stage.seats.push(seat);
  const ads = new Position({
    title: "American Depositary Shares",
    titleNotes: [adsNote("two")],
    balance: index % 2 === 0 ? whole(stage.random.int(10, 80) * 100) : 0,
  });
  const lines = [direct, ads].filter((line) => line.balance > 0);
  stage.desk.file(seat, {
    documentType: "3",
    filed: addBusinessDays(FOREIGN_INSIDERS_DAY, index % 4),
    period: FOREIGN_INSIDERS_DAY,
    tableI: lines.map((line) => holdingRow(line, stage.style)),
    tableII: title ? [holdingRow(homeOption(stage), stage.style)] : [],
  });
  return { seat, ads };
}

function homeOption(stage: Stage): Position {
  const strike = share(stage.price, 0.7);
  const kroner = groupedText(Math.round(share(strike, RATE / 10_000) / 100) * 100, 2);
  return new Position({
    title: "Share Option (right to buy)",
    balance: whole(stage.random.int(10, 60) * 1000),
    terms: {
      exercisePrice: cell(
        decimalText(Math.round(strike / 100) * 100),
        `The exercise price is DKK ${kroner}, shown here in U.S. dollars.`,
      ),
      exerciseDate: noteOnly("The options vest in three equal parts on April 1 of 2025, 2026 and 2027."),
      expirationDate: cell("2031-04-01"),
      underlyingTitle: stage.issuer.profile.title,
    },
  });
}

/** An ordinary share costs half an ADS; the price is told in dollars, and in a note as it was paid. */
function tradeAtHome(stage: Stage, { seat }: Holder): void {
  const price = share(stage.price, 1 / SHARES_PER_ADS);
  const kroner = `DKK ${groupedText(Math.round(share(price, RATE / 10_000) / 100) * 100, 2)}`;
  const note = currencyNote(kroner, "Danish kroner", `${decimalText(RATE)} DKK per USD`, dayText(stage.today));
  const buys = stage.random.chance(0.5);
  const amount = whole(stage.random.int(2, 9) * 100);
  const trade = {
    on: stage.today,
    code: buys ? "P" : "S",
    letter: buys ? "A" : "D",
    amount,
    price: priceCell(stage.style, price, note),
  } as const;
  stage.desk.report(seat, [transactionRow(seat.direct, trade, stage.style)], []);
}

function tradeInNewYork(stage: Stage, { seat, ads }: Holder): void {
  const amount = whole(stage.random.int(1, 5) * 100);
  if (ads.balance > amount) stage.desk.report(seat, marketTrade(stage, ads, { code: "S", amount }), []);
}

/** Ordinary shares deposited for depositary shares: both lines move, nothing is paid. */
function exchange(stage: Stage, { seat, ads }: Holder): void {
  const amount = whole(200);
  const note = "Deposit of ordinary shares with the depositary in exchange for ADSs. No price was paid.";
  const trade = { on: stage.today, code: "J", price: noteOnly(note), codeNotes: [note] } as const;
  const rows: Row[] = [
    transactionRow(seat.direct, { ...trade, letter: "D", amount: amount * SHARES_PER_ADS }, stage.style),
    transactionRow(ads, { ...trade, letter: "A", amount }, stage.style),
  ];
  stage.desk.report(seat, rows, []);
}
