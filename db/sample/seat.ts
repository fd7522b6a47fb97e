import type { Day } from "@/db/sample/calendar";
import type { Insider } from "@/db/sample/cast";
import type { HoldingRow, Role, Row, TransactionRow } from "@/db/sample/filing";
import type { Position } from "@/db/sample/position";
import type { TenThousandths } from "@/db/sample/ten-thousandths";

export type Member = { insider: Insider; role: Role };

export type Vesting = { on: Day; amount: TenThousandths };

/** An award that vests: units in Table II or, by the filer's habit, shares in Table I. */
export type StockAward = { granted: Day; units: Position | null; note: string; steps: Vesting[] };

export type OptionGrant = {
  granted: Day;
  price: TenThousandths;
  position: Position;
  readonly steps: Vesting[];
  expires: Day;
};

/** What was traded and is not yet filed. */
export type OpenReport = {
  tableI: Row[];
  tableII: Row[];
  /** Rows of later days no longer join from this day on. */
  closes: Day;
  files: Day;
  /** Only for the rows of one day: the report is late. */
  onlyOn: Day | null;
  underPlan: boolean;
  exit: boolean;
  remarks: string[];
};

/** One or several owners who report together on one company: an officer, a director, a group of funds. */
export class Seat {
  left: Day | null = null;
  /** Lines of Table I, the one held directly first; every filing shows those it does not trade in. */
  readonly lines: Position[];
  readonly awards: StockAward[] = [];
  readonly options: OptionGrant[] = [];
  /** What else stands in Table II: performance units, another class of shares. */
  readonly derivatives: Position[] = [];
  open: OpenReport | null = null;
  lastAccepted: { filed: Day; at: number } | null = null;
  /** Kept for the Form 5 after the year's end. */
  readonly forYearEnd: TransactionRow[] = [];
  /** Kept for the Form 5 of the year after. */
  readonly forLaterYearEnd: TransactionRow[] = [];
  readonly forgottenHoldings: HoldingRow[] = [];
  exitsAtYearEnd = false;

  constructor(
    readonly members: Member[],
    readonly direct: Position,
    readonly joined: Day,
  ) {
    this.lines = [direct];
  }

  get isActive(): boolean {
    return this.left === null;
  }

  /** A seat of one person. */
  get member(): Member {
    const [member] = this.members;
    if (!member) throw new Error("a seat has an owner");
    return member;
  }

  get role(): Role {
    return this.member.role;
  }

  addLine(position: Position): Position {
    this.lines.push(position);
    return position;
  }
}
