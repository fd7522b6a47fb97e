import { join } from "node:path";
import { SeededDice } from "@/testing/seeded-dice";
import { writeZip } from "@/testing/write-zip";

/** What a generated quarter contains. */
export type GeneratedQuarter = {
  path: string;
  filings: number;
  owners: number;
  transactions: number;
  holdings: number;
  footnotes: number;
  signatures: number;
  /** Uncompressed. */
  bytes: number;
};

/** One form of ownership. Each report continues from the previous balance. */
type Line = { nature: string | null; note: string; shares: number };

/** A grant of derivatives, until it is used up. */
type Grant = { title: string; price: string; expires: string; left: number };

type Trade = { code: string; letter: "A" | "D"; shares: number; price: string; balance: number; line: Line };

/** A position at a company: its insider, any joint owners and their holdings, so that each filing continues from the last. */
type Seat = {
  issuer: number;
  owner: number;
  jointOwners: number;
  role: number;
  title: string;
  security: string;
  lines: Line[];
  grants: Grant[];
  /** The report that an amendment can amend. */
  last: { filed: string; traded: string; trades: Trade[] } | null;
  leavesIn: number;
};

const ISSUERS = 6_000;
const SEATS_AN_ISSUER = 8;
const AGENTS = 1_500;
/** The share of reports before which the balance changed without a report, as in the corpus. */
const GAPS = 0.1;
const FIRST_YEAR = 2006;

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const ROLES = ["Director", "Officer", "Director,Officer", "TenPercentOwner", "Director,TenPercentOwner", "Other"];
const TITLES = [
  "Chief Executive Officer",
  "CFO",
  "EVP, General Counsel",
  "Chief Accounting Officer",
  "See Remarks",
  "",
];
const GIVEN = [
  "Ada",
  "Bengt",
  "Carla",
  "Dmitri",
  "Edda",
  "Farouk",
  "Greta",
  "Hamid",
  "Ines",
  "Jonas",
  "Kirsten",
  "Luis",
];
const FAMILY = [
  "Almqvist",
  "Brandt",
  "Carver",
  "Dunmore",
  "Eklund",
  "Falk",
  "Grimaldi",
  "Holloway",
  "Ivers",
  "Jansen",
  "Kettle",
  "Lund",
];
const FIRST = [
  "Northgate",
  "Harbor",
  "Quarry",
  "Summit",
  "Meridian",
  "Alder",
  "Copper",
  "Lantern",
  "Prairie",
  "Granite",
];
const SECOND = [
  "Therapeutics",
  "Financial",
  "Energy",
  "Robotics",
  "Foods",
  "Holdings",
  "Semiconductor",
  "Realty",
  "Logistics",
];
const CODES = ["F", "S", "A", "M", "P", "G", "D", "J", "C"];
const CODE_WEIGHTS = [24, 48, 71, 87, 92, 95, 97, 99, 100];
const DISPOSED = new Set(["F", "S", "G", "D"]);
const NATURES = ["By Trust", "See footnote", "By Spouse", "By 401(k) plan", "By LLC", "Held by limited partnership"];
const DERIVATIVES = [
  "Restricted Stock Units",
  "Stock Option (Right to Buy)",
  "Performance Stock Units",
  "Phantom Stock",
];

/** Texts of footnotes, with slots for a number and a price. */
const NOTES = [
  "Represents shares withheld by the company to cover taxes that fell due when # restricted stock units vested.",
  "The price reported is a weighted average. The shares were sold in multiple trades at prices from $% to $% each, inclusive. The reporting person will give the company, its holders or the staff, on request, the number of shares sold at each price within this range.",
  "Each restricted stock unit stands for the right to receive one share of common stock when it vests. # units vest on each anniversary of the grant over four years, as long as the person stays in service through that date.",
  "These sales were made under a plan that the reporting person adopted under Rule 10b5-1, and the prices ranged from $% to $%.",
  "The shares are held by a family trust of which the reporting person is a trustee. The reporting person disclaims beneficial ownership of # of them except to the extent of a pecuniary interest in them.",
  "The option is exercisable in # equal monthly parts that begin one month after the grant and end with the fourth year.",
  "Includes # shares that were bought under the employee stock purchase plan in transactions exempt from reporting.",
  "Not applicable.",
  "Shares held directly by a limited partnership. Its general partner is controlled by the reporting person, who shares the power to vote and to dispose of # shares with two other managers, and each of them disclaims ownership of the securities beyond a proportionate interest.",
];

const HEADERS = {
  SUBMISSION:
    "ACCESSION_NUMBER\tFILING_DATE\tPERIOD_OF_REPORT\tDATE_OF_ORIG_SUB\tNO_SECURITIES_OWNED\tNOT_SUBJECT_SEC16\tFORM3_HOLDINGS_REPORTED\tFORM4_TRANS_REPORTED\tDOCUMENT_TYPE\tISSUERCIK\tISSUERNAME\tISSUERTRADINGSYMBOL\tREMARKS\tAFF10B5ONE\n",
  REPORTINGOWNER:
    "ACCESSION_NUMBER\tRPTOWNERCIK\tRPTOWNERNAME\tRPTOWNER_RELATIONSHIP\tRPTOWNER_TITLE\tRPTOWNER_TXT\tRPTOWNER_STREET1\tRPTOWNER_STREET2\tRPTOWNER_CITY\tRPTOWNER_STATE\tRPTOWNER_ZIPCODE\tRPTOWNER_STATE_DESC\tFILE_NUMBER\n",
  FOOTNOTES: "ACCESSION_NUMBER\tFOOTNOTE_ID\tFOOTNOTE_TXT\n",
  NONDERIV_TRANS:
    "ACCESSION_NUMBER\tNONDERIV_TRANS_SK\tSECURITY_TITLE\tSECURITY_TITLE_FN\tTRANS_DATE\tTRANS_DATE_FN\tDEEMED_EXECUTION_DATE\tDEEMED_EXECUTION_DATE_FN\tTRANS_FORM_TYPE\tTRANS_CODE\tEQUITY_SWAP_INVOLVED\tEQUITY_SWAP_TRANS_CD_FN\tTRANS_TIMELINESS\tTRANS_TIMELINESS_FN\tTRANS_SHARES\tTRANS_SHARES_FN\tTRANS_PRICEPERSHARE\tTRANS_PRICEPERSHARE_FN\tTRANS_ACQUIRED_DISP_CD\tTRANS_ACQUIRED_DISP_CD_FN\tSHRS_OWND_FOLWNG_TRANS\tSHRS_OWND_FOLWNG_TRANS_FN\tVALU_OWND_FOLWNG_TRANS\tVALU_OWND_FOLWNG_TRANS_FN\tDIRECT_INDIRECT_OWNERSHIP\tDIRECT_INDIRECT_OWNERSHIP_FN\tNATURE_OF_OWNERSHIP\tNATURE_OF_OWNERSHIP_FN\n",
  NONDERIV_HOLDING:
    "ACCESSION_NUMBER\tNONDERIV_HOLDING_SK\tSECURITY_TITLE\tSECURITY_TITLE_FN\tTRANS_FORM_TYPE\tTRANS_FORM_TYPE_FN\tSHRS_OWND_FOLWNG_TRANS\tSHRS_OWND_FOLWNG_TRANS_FN\tVALU_OWND_FOLWNG_TRANS\tVALU_OWND_FOLWNG_TRANS_FN\tDIRECT_INDIRECT_OWNERSHIP\tDIRECT_INDIRECT_OWNERSHIP_FN\tNATURE_OF_OWNERSHIP\tNATURE_OF_OWNERSHIP_FN\n",
  DERIV_TRANS:
    "ACCESSION_NUMBER\tDERIV_TRANS_SK\tSECURITY_TITLE\tSECURITY_TITLE_FN\tCONV_EXERCISE_PRICE\tCONV_EXERCISE_PRICE_FN\tTRANS_DATE\tTRANS_DATE_FN\tDEEMED_EXECUTION_DATE\tDEEMED_EXECUTION_DATE_FN\tTRANS_FORM_TYPE\tTRANS_CODE\tEQUITY_SWAP_INVOLVED\tEQUITY_SWAP_TRANS_CD_FN\tTRANS_TIMELINESS\tTRANS_TIMELINESS_FN\tTRANS_SHARES\tTRANS_SHARES_FN\tTRANS_TOTAL_VALUE\tTRANS_TOTAL_VALUE_FN\tTRANS_PRICEPERSHARE\tTRANS_PRICEPERSHARE_FN\tTRANS_ACQUIRED_DISP_CD\tTRANS_ACQUIRED_DISP_CD_FN\tEXCERCISE_DATE\tEXCERCISE_DATE_FN\tEXPIRATION_DATE\tEXPIRATION_DATE_FN\tUNDLYNG_SEC_TITLE\tUNDLYNG_SEC_TITLE_FN\tUNDLYNG_SEC_SHARES\tUNDLYNG_SEC_SHARES_FN\tUNDLYNG_SEC_VALUE\tUNDLYNG_SEC_VALUE_FN\tSHRS_OWND_FOLWNG_TRANS\tSHRS_OWND_FOLWNG_TRANS_FN\tVALU_OWND_FOLWNG_TRANS\tVALU_OWND_FOLWNG_TRANS_FN\tDIRECT_INDIRECT_OWNERSHIP\tDIRECT_INDIRECT_OWNERSHIP_FN\tNATURE_OF_OWNERSHIP\tNATURE_OF_OWNERSHIP_FN\n",
  DERIV_HOLDING:
    "ACCESSION_NUMBER\tDERIV_HOLDING_SK\tSECURITY_TITLE\tSECURITY_TITLE_FN\tCONV_EXERCISE_PRICE\tCONV_EXERCISE_PRICE_FN\tTRANS_FORM_TYPE\tTRANS_FORM_TYPE_FN\tEXERCISE_DATE\tEXERCISE_DATE_FN\tEXPIRATION_DATE\tEXPIRATION_DATE_FN\tUNDLYNG_SEC_TITLE\tUNDLYNG_SEC_TITLE_FN\tUNDLYNG_SEC_SHARES\tUNDLYNG_SEC_SHARES_FN\tUNDLYNG_SEC_VALUE\tUNDLYNG_SEC_VALUE_FN\tSHRS_OWND_FOLWNG_TRANS\tSHRS_OWND_FOLWNG_TRANS_FN\tVALU_OWND_FOLWNG_TRANS\tVALU_OWND_FOLWNG_TRANS_FN\tDIRECT_INDIRECT_OWNERSHIP\tDIRECT_INDIRECT_OWNERSHIP_FN\tNATURE_OF_OWNERSHIP\tNATURE_OF_OWNERSHIP_FN\n",
  OWNER_SIGNATURE: "ACCESSION_NUMBER\tOWNERSIGNATURENAME\tOWNERSIGNATUREDATE\n",
};

type Member = keyof typeof HEADERS;

const MEMBERS = Object.keys(HEADERS) as Member[];
const EMPTY = Object.fromEntries(MEMBERS.map((member) => [member, ""])) as Record<Member, string>;

/**
 * Invents quarters of any size in the format of the SEC's Insider Transactions Data Sets. Companies and insiders recur
 * from quarter to quarter, balances continue, and some insiders leave while others join.
 */
export class DataSetGenerator {
  private readonly dice: SeededDice;
  private readonly seats: Seat[];
  private owners = 0;
  private readonly sequences = new Int32Array(AGENTS);
  private year = 0;
  private readonly keys: Record<string, number> = {
    NONDERIV_TRANS: 0,
    NONDERIV_HOLDING: 0,
    DERIV_TRANS: 0,
    DERIV_HOLDING: 0,
  };

  constructor(seed = 16) {
    this.dice = new SeededDice(seed);
    this.seats = Array.from({ length: ISSUERS * SEATS_AN_ISSUER }, (_, at) => this.taken(at % ISSUERS));
  }

  private taken(issuer: number): Seat {
    const { dice } = this;
    this.owners += 1;
    const natures =
      dice.next() < 0.5
        ? []
        : dice.next() < 0.6
          ? [dice.of(NATURES)]
          : [...new Set([dice.of(NATURES), dice.of(NATURES)])];
    return {
      issuer,
      owner: this.owners,
      jointOwners: dice.next() < 0.03 ? 1 + dice.below(4) : 0,
      role: dice.below(ROLES.length),
      title: dice.of(TITLES),
      security:
        dice.next() < 0.001
          ? '"Common Stock (""Shares"")"'
          : dice.next() < 0.8
            ? "Common Stock"
            : "Class A Common Stock",
      lines: [null, ...natures].map((nature) => ({ nature, note: this.note(), shares: 1000 + dice.below(400_000) })),
      grants: [],
      last: null,
      leavesIn: 4 + dice.below(60),
    };
  }

  private granted(): Grant {
    const { dice } = this;
    return {
      title: dice.of(DERIVATIVES),
      price: dice.below(2) === 0 ? "" : `${1 + dice.below(90)}.5`,
      expires: dice.below(2) === 0 ? "" : dayOfQuarter(this.year + 8, 1 + dice.below(4), dice.below(90)),
      left: 1000 + dice.below(40_000),
    };
  }

  /** Writes one quarter (index 0 is the first of 2006) as an archive into a folder. */
  async write(folder: string, index: number, filings: number): Promise<GeneratedQuarter> {
    const year = FIRST_YEAR + Math.floor(index / 4);
    const quarter = (index % 4) + 1;
    if (year !== this.year) {
      this.year = year;
      this.sequences.fill(0);
    }
    for (const [at, seat] of this.seats.entries()) {
      seat.leavesIn -= 1;
      if (seat.leavesIn <= 0) this.seats[at] = this.taken(seat.issuer);
    }
    const made = this.make(year, quarter, filings);
    const path = join(folder, `${year}q${quarter}_form345.zip`);
    const files = Object.entries(made.tables).map(([member, text]) => ({
      name: `${member}.tsv`,
      bytes: Buffer.from(text),
    }));
    await writeZip(path, files);
    return { path, ...made.counts, bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0) };
  }

  private make(year: number, quarter: number, filings: number) {
    const { dice } = this;
    const made: Record<Member, string>[] = [];
    const counts = { filings, owners: 0, transactions: 0, holdings: 0, footnotes: 0, signatures: 0 };
    for (let at = 0; at < filings; at++) {
      const day = Math.floor((at / filings) * 89);
      const seat = dice.of(this.seats);
      const agent = Math.floor(dice.next() ** 3 * AGENTS);
      const sequence = (this.sequences[agent] ?? 0) + 1;
      this.sequences[agent] = sequence;
      const number = `000${1_000_000 + agent * 613}-${String(year % 100).padStart(2, "0")}-${String(sequence).padStart(6, "0")}`;
      const kind = dice.next();
      const form = kind < 0.06 ? "3" : kind < 0.93 ? "4" : kind < 0.96 ? "4/A" : "5";
      const amended = form === "4/A" ? seat.last : null;
      const type = form === "4/A" && amended === null ? "4" : form;
      const filed = dayOfQuarter(year, quarter, day + 1);
      const traded = amended?.traded ?? dayOfQuarter(year, quarter, Math.max(0, day - dice.below(3)));
      const tables: Record<Member, string> = { ...EMPTY };
      made.push(tables);

      const isPlan = year < 2023 ? "" : dice.of(["0", "0", "0", "false", "1", "true", ""]);
      const remarks = dice.next() < 0.08 ? "Exhibit 24: Power of Attorney, dated earlier in the year." : "";
      tables.SUBMISSION = `${number}\t${filed}\t${traded}\t${amended?.filed ?? ""}\t\t0\t\t\t${type}\t${cikOf(10_000 + seat.issuer * 211)}\t${issuerName(seat.issuer)}\t${symbolOf(seat.issuer)}\t${remarks}\t${isPlan}\n`;
      for (let owner = 0; owner <= seat.jointOwners; owner++) {
        const id = seat.owner + owner;
        const role = ROLES[owner === 0 ? seat.role : 3];
        tables.REPORTINGOWNER += `${number}\t${cikOf(1_200_000 + id * 7)}\t${ownerName(id)}\t${role}\t${role?.includes("Officer") ? seat.title : ""}\t\tC/O ${issuerName(seat.issuer).toUpperCase()}\t${100 + (seat.issuer % 900)} MARKET STREET\tSPRINGFIELD\tIL\t${60_000 + (seat.issuer % 2_000)}\t\t001-${String(10_000 + seat.issuer).padStart(5, "0")}\n`;
      }
      counts.owners += 1 + seat.jointOwners;

      const notes = Array.from({ length: Math.max(0, Math.round(dice.next() * 4.8)) }, () => this.note());
      const cite = () => (notes.length > 0 && dice.next() < 0.5 ? this.cited(notes.length) : "");
      const held = ({ nature, note }: Line) => {
        if (nature === null) return "D\t\t\t";
        if (nature !== "See footnote") return `I\t\t${nature}\t`;
        if (!notes.includes(note)) notes.push(note);
        return `I\t\t${nature}\tF${notes.indexOf(note) + 1}`;
      };
      const trades = amended ? this.corrected(amended.trades) : type === "3" ? [] : this.trades(seat);
      if (type === "4") seat.last = { filed, traded, trades };
      for (const [row, { code, letter, shares, price, balance, line }] of trades.entries()) {
        tables.NONDERIV_TRANS += `${number}\t${this.key("NONDERIV_TRANS")}\t${seat.security}\t${row === 0 ? cite() : ""}\t${traded}\t\t\t\t4\t${code}\t0\t${cite()}\t\t\t${shares}.0\t\t${price}\t${cite()}\t${letter}\t\t${balance}.0\t${cite()}\t\t\t${held(line)}\n`;
      }
      counts.transactions += trades.length;
      const vehicles = amended || dice.next() < 0.5 ? [] : seat.lines.slice(1);
      for (const line of vehicles) {
        tables.NONDERIV_HOLDING += `${number}\t${this.key("NONDERIV_HOLDING")}\t${seat.security}\t\t\t\t${line.shares}.0\t\t\t\t${held(line)}\n`;
      }
      const derivatives = amended || type === "3" || dice.next() < 0.72 ? 0 : 1 + dice.below(2);
      for (let row = 0; row < derivatives; row++) {
        while (seat.grants.length < 3) seat.grants.push(this.granted());
        const grant = dice.of(seat.grants);
        const units = Math.min(grant.left, 1 + dice.below(12_000));
        grant.left -= units;
        if (grant.left === 0) seat.grants = seat.grants.filter((other) => other !== grant);
        tables.DERIV_TRANS += `${number}\t${this.key("DERIV_TRANS")}\t${grant.title}\t\t${grant.price}\t${cite()}\t${traded}\t\t\t\t4\tM\t0\t\t\t\t${units}.0\t\t\t\t0.0\t\tD\t\t\t${cite()}\t${grant.expires}\t${cite()}\tCommon Stock\t\t${units}.0\t\t\t\t${grant.left}.0\t\t\t\tD\t\t\t\n`;
      }
      counts.transactions += derivatives;
      const options = !amended && (type === "3" || dice.next() < 0.08) ? 1 + dice.below(2) : 0;
      for (let row = 0; row < options; row++) {
        tables.DERIV_HOLDING += `${number}\t${this.key("DERIV_HOLDING")}\tStock Option (Right to Buy)\t\t${1 + dice.below(90)}.25\t\t\t\t\t${cite()}\t${dayOfQuarter(year + 9, quarter, day)}\t\tCommon Stock\t\t${1 + dice.below(40_000)}.0\t\t\t\t\t\t\t\tD\t\t\t\n`;
      }
      counts.holdings += vehicles.length + options;

      notes.forEach((text, at) => {
        tables.FOOTNOTES += `${number}\tF${at + 1}\t${text}\n`;
      });
      counts.footnotes += notes.length;
      tables.OWNER_SIGNATURE = `${number}\t/s/ ${ownerName(seat.owner)}, by attorney-in-fact\t${filed}\n`;
      counts.signatures += 1;
    }
    // The SEC's files list the newest first.
    made.reverse();
    const tables: Record<Member, string> = { ...HEADERS };
    for (const member of MEMBERS) tables[member] += made.map((filing) => filing[member]).join("");
    return { tables, counts };
  }

  private trades(seat: Seat): Trade[] {
    const { dice } = this;
    return Array.from({ length: 1 + Math.floor(dice.next() ** 2.2 * 3.9) }, () => {
      const roll = dice.below(100);
      const code = CODES[CODE_WEIGHTS.findIndex((weight) => roll < weight)] ?? "S";
      const line = dice.next() < 0.8 ? seat.lines[0] : dice.of(seat.lines);
      if (!line) throw new Error("a seat without a line");
      if (dice.next() < GAPS) line.shares += 1 + dice.below(900);
      const isDisposed = DISPOSED.has(code) && line.shares > 1;
      const shares = 1 + dice.below(isDisposed ? Math.min(20_000, line.shares) : 20_000);
      line.shares += isDisposed ? -shares : shares;
      const price = code === "A" || code === "G" ? "0.0" : `${1 + dice.below(300)}.${10 + dice.below(89)}`;
      return { code, letter: isDisposed ? "D" : "A", shares, price, balance: line.shares, line };
    });
  }

  /** The trades as an amendment reports them, the first at another price. */
  private corrected(trades: readonly Trade[]): Trade[] {
    const price = `${1 + this.dice.below(300)}.${10 + this.dice.below(89)}`;
    return trades.map((trade, at) => (at === 0 ? { ...trade, price } : trade));
  }

  private key(member: string): number {
    const key = (this.keys[member] ?? 0) + 1;
    this.keys[member] = key;
    return key;
  }

  private cited(notes: number): string {
    const first = 1 + this.dice.below(notes);
    return notes > first && this.dice.next() < 0.1 ? `F${first}, F${first + 1}` : `F${first}`;
  }

  private note(): string {
    const { dice } = this;
    const price = 1 + dice.below(300);
    return dice
      .of(NOTES)
      .replaceAll("#", String(100 + dice.below(50_000)))
      .replaceAll("%", `${price}.${10 + dice.below(89)}`);
  }
}

const cikOf = (number: number) => String(number).padStart(10, "0");
const issuerName = (issuer: number) =>
  `${FIRST[issuer % FIRST.length]} ${SECOND[Math.floor(issuer / 10) % SECOND.length]} ${issuer} Inc.`;
const ownerName = (owner: number) =>
  `${FAMILY[owner % FAMILY.length]} ${GIVEN[Math.floor(owner / 12) % GIVEN.length]} ${owner}`;
const symbolOf = (issuer: number) =>
  [issuer % 26, Math.floor(issuer / 26) % 26, Math.floor(issuer / 676) % 26, 16]
    .map((letter) => String.fromCharCode(65 + letter))
    .join("");

const days = new Map<string, string>();

/** A day of a quarter in the SEC's format. */
function dayOfQuarter(year: number, quarter: number, day: number): string {
  const key = `${year}-${quarter}-${day}`;
  const known = days.get(key);
  if (known) return known;
  const date = new Date(Date.UTC(year, (quarter - 1) * 3, 1 + Math.min(day, 89)));
  const printed = `${String(date.getUTCDate()).padStart(2, "0")}-${MONTHS[date.getUTCMonth()]}-${date.getUTCFullYear()}`;
  days.set(key, printed);
  return printed;
}
