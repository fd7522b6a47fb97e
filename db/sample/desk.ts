import { addBusinessDays, type Day, day, dayText } from "@/db/sample/calendar";
import type { DocumentType, Filing, HoldingRow, OwnerOnFiling, Row, TransactionRow } from "@/db/sample/filing";
import { type Issuer, issuerOn } from "@/db/sample/issuer";
import { lateRemark, signedBy } from "@/db/sample/notes/filing-notes";
import type { Random } from "@/db/sample/random";
import { holdingRow } from "@/db/sample/rows";
import type { Schedule } from "@/db/sample/schedule";
import type { Member, OpenReport, Seat } from "@/db/sample/seat";

export type Circumstances = {
  underPlan?: boolean;
  remarks?: string;
  exit?: boolean;
  /** Business days until filing, instead of the usual up to two. */
  delay?: number;
};

const clock = (hour: number) => hour * 3600;
const LAST_SECOND = clock(22) - 1;
const MOST_ROWS = 30;
const TITLE_LENGTH = 30;

type Contents = Pick<Filing, "tableI" | "tableII"> & { documentType: DocumentType; filed: Day; period: Day } & Partial<
    Pick<
      Filing,
      | "underPlan"
      | "exit"
      | "noSecuritiesOwned"
      | "form3HoldingsReported"
      | "form4TransactionsReported"
      | "remarks"
      | "dateOfOriginal"
    >
  >;

/** Turns trades into filings: gathers what one form can report, and fills in and signs the form. */
export class Desk {
  readonly filings: Filing[] = [];

  constructor(
    private readonly issuer: Issuer,
    private readonly schedule: Schedule,
    private readonly random: Random,
  ) {}

  /** Reports rows of today on Form 4, together with what is still waiting to be filed. */
  report(seat: Seat, tableI: Row[], tableII: Row[], circumstances: Circumstances = {}): void {
    if (tableI.length + tableII.length === 0) return;
    const today = this.schedule.today;
    let open = seat.open;
    if (!open || today >= open.closes || (open.onlyOn !== null && open.onlyOn !== today)) {
      open = this.#open(circumstances.delay);
      seat.open = open;
      const closing = open;
      this.schedule.inTheMorning(open.closes, () => this.#close(seat, closing));
    }
    open.tableI.push(...tableI);
    open.tableII.push(...tableII);
    open.underPlan ||= circumstances.underPlan ?? false;
    open.exit ||= circumstances.exit ?? false;
    const { remarks } = circumstances;
    if (remarks && !open.remarks.includes(remarks)) open.remarks.push(remarks);
  }

  #open(delay: number | undefined): OpenReport {
    const today = this.schedule.today;
    const days = delay ?? (this.random.chance(0.022) ? this.#lateness() : this.random.pick([0, 1, 1, 2, 2, 2]));
    const files = addBusinessDays(today, days);
    const late = days > 2;
    return {
      tableI: [],
      tableII: [],
      closes: late || days === 0 ? addBusinessDays(today, 1) : files,
      files,
      onlyOn: late || days === 0 ? today : null,
      underPlan: false,
      exit: false,
      remarks: late && this.random.chance(0.5) ? [lateRemark(this.issuer.wording, this.random)] : [],
    };
  }

  /** In business days: mostly a week or so, now and then a year. */
  #lateness(): number {
    const kind = this.random.next();
    if (kind < 0.6) return this.random.int(3, 9);
    if (kind < 0.9) return this.random.int(10, 60);
    return this.random.int(61, 275);
  }

  #close(seat: Seat, open: OpenReport): void {
    if (seat.open === open) seat.open = null;
    const parts = Math.max(1, Math.ceil(Math.max(open.tableI.length, open.tableII.length) / MOST_ROWS));
    for (let part = 0; part < parts; part++) {
      const rows = (table: Row[]) => table.slice(part * MOST_ROWS, (part + 1) * MOST_ROWS);
      const split = parts > 1 ? [`Filing ${part + 1} of ${parts}.`] : [];
      const tableI = rows(open.tableI);
      const tableII = rows(open.tableII);
      this.file(seat, {
        documentType: "4",
        filed: open.files,
        period: earliest([...tableI, ...tableII]),
        // What is held when a late report is written is not what was held on its day.
        tableI: parts > 1 || open.files > open.closes ? tableI : this.#withHoldings(seat, tableI),
        tableII,
        underPlan: open.underPlan,
        exit: open.exit && part === parts - 1,
        remarks: [...split, ...open.remarks].join(" "),
      });
    }
  }

  /** Adds the lines that the owner also holds, where the filer's habit puts them. */
  #withHoldings(seat: Seat, rows: Row[]): Row[] {
    if (rows.length === 0) return rows;
    const shown = new Set(rows.map(lineOfRow));
    const others = seat.lines
      .filter((line) => line.balance > 0 && line.title === rows[0]?.title.value)
      .filter((line) => !shown.has(`${line.title}|${line.nature}|${line.natureNotes.join()}`))
      .map((line) => holdingRow(line, this.issuer.habits.style));
    const room = others.slice(0, MOST_ROWS - rows.length);
    if (this.issuer.habits.holdings === "before") return [...room, ...rows];
    if (this.issuer.habits.holdings === "after") return [...rows, ...room];
    return [...rows.slice(0, 1), ...room, ...rows.slice(1)];
  }

  /** Files one form as it is given. */
  file(seat: Seat, contents: Contents): Filing {
    const { filed, period, remarks = "", ...rest } = contents;
    const longTitles: string[] = [];
    const filing: Filing = {
      underPlan: false,
      exit: false,
      noSecuritiesOwned: false,
      form3HoldingsReported: false,
      form4TransactionsReported: false,
      dateOfOriginal: null,
      ...rest,
      filed,
      acceptedAt: this.#acceptance(seat, filed),
      period: dayText(period),
      issuer: issuerOn(this.issuer, filed),
      owners: seat.members.map((member) => this.#owner(member, filed, longTitles)),
      remarks: [remarks, ...longTitles].filter(Boolean).join(" "),
      signatures: this.#signatures(seat, filed),
      style: this.issuer.habits.style,
      looseNotes: [],
      comment: null,
      superseded: false,
      oddities: [],
    };
    this.filings.push(filing);
    return filing;
  }

  #owner({ insider, role }: Member, filed: Day, longTitles: string[]): OwnerOnFiling {
    let { officerTitle } = role;
    if (officerTitle && officerTitle.length > TITLE_LENGTH) {
      if (this.issuer.wording.choose("long titles", ["cut", "remarks", "remarks"]) === "cut") {
        officerTitle = officerTitle.slice(0, TITLE_LENGTH);
      } else {
        longTitles.push(`Officer title: ${officerTitle}.`);
        officerTitle = "See Remarks";
      }
    }
    return {
      cik: insider.cik,
      name: insider.name,
      formerName: insider.formerName,
      address: insider.address ?? {
        ...this.issuer.address,
        street1: `C/O ${issuerOn(this.issuer, filed).name}`.toUpperCase().slice(0, 40).trim(),
        street2: this.issuer.address.street1,
      },
      role: { ...role, officerTitle },
    };
  }

  #signatures(seat: Seat, filed: Day): Filing["signatures"] {
    const { signer, attorney } = this.issuer.habits;
    const dated = (name: string) => ({ name, date: dayText(filed) });
    if (seat.members.length > 1) {
      const alone = this.issuer.wording.choose(`signs for ${seat.member.insider.cik}`, [false, false, true]);
      return (alone ? seat.members.slice(0, 1) : seat.members).map(({ insider }) =>
        dated(insider.isEntity ? insider.signature : `/s/ ${insider.signature}`),
      );
    }
    const { insider } = seat.member;
    if (insider.isEntity) return [dated(insider.signature)];
    return [
      dated(
        signer === "self" ? `/s/ ${insider.signature}` : signedBy(this.issuer.wording, attorney, insider.signature),
      ),
    ];
  }

  /**
   * EDGAR takes these forms from 6:00 to 22:00; most come after the market's close. What a filer sends on one day comes in
   * the order in which it was written.
   */
  #acceptance(seat: Seat, filed: Day): number {
    const usual = this.random.chance(0.8);
    const drawn = usual ? this.random.int(clock(16), clock(19.5)) : this.random.int(clock(6), LAST_SECOND);
    const earlier = seat.lastAccepted?.filed === filed ? seat.lastAccepted.at : 0;
    const at = Math.min(LAST_SECOND, Math.max(drawn, earlier && earlier + this.random.int(45, 600)));
    seat.lastAccepted = { filed, at };
    return at;
  }
}

const lineOfRow = (row: Row) => `${row.title.value}|${row.nature?.value ?? null}|${row.nature?.notes.join() ?? ""}`;

export const isTransaction = (row: Row): row is TransactionRow => row.kind === "transaction";
export const isHolding = (row: Row): row is HoldingRow => row.kind === "holding";

function earliest(rows: Row[]): Day {
  const dates = rows.filter(isTransaction).map((row) => row.date.value ?? "");
  return day(dates.sort()[0] ?? "");
}
