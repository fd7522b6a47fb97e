import { type Cell, cell, type DerivativeTerms, type GapReason } from "@/db/sample/filing";
import { decimalText, type TenThousandths } from "@/db/sample/ten-thousandths";

export type PositionSettings = {
  title: string;
  titleNotes?: readonly string[];
  /** The nature of indirect ownership; `null` is direct. */
  nature?: string | null;
  natureNotes?: readonly string[];
  terms?: DerivativeTerms | null;
  /** Underlying shares for each unit of a derivative. */
  ratio?: number;
  inDollars?: boolean;
  /** Underlying shares of a position in dollars. */
  underlyingShares?: TenThousandths;
  balance?: TenThousandths;
};

/**
 * One line of holdings: what its filers carry on as one balance, exactly. A change that no row reports is told by a note
 * at the next balance, or by nothing at all.
 */
export class Position {
  readonly title: string;
  readonly titleNotes: readonly string[];
  nature: string | null;
  natureNotes: readonly string[];
  readonly terms: DerivativeTerms | null;
  readonly ratio: number;
  readonly inDollars: boolean;
  readonly underlyingShares: TenThousandths | null;
  #balance: TenThousandths;
  #untold: { gap: GapReason; notes: string[] } | null = null;

  constructor(settings: PositionSettings) {
    this.title = settings.title;
    this.titleNotes = settings.titleNotes ?? [];
    this.nature = settings.nature ?? null;
    this.natureNotes = settings.natureNotes ?? [];
    this.terms = settings.terms ?? null;
    this.ratio = settings.ratio ?? 1;
    this.inDollars = settings.inDollars ?? false;
    this.underlyingShares = settings.underlyingShares ?? null;
    this.#balance = settings.balance ?? 0;
  }

  get balance(): TenThousandths {
    return this.#balance;
  }

  change(by: TenThousandths): void {
    if (this.#balance + by < 0) {
      throw new Error(`${this.title}: ${decimalText(-by)} cannot leave a balance of ${decimalText(this.#balance)}`);
    }
    this.#balance += by;
  }

  changeWithoutRow(by: TenThousandths, gap: GapReason, note?: string): void {
    this.change(by);
    this.#untold ??= { gap, notes: [] };
    this.#untold.gap = gap;
    if (note && !this.#untold.notes.includes(note)) this.#untold.notes.push(note);
  }

  /** The balance as the next row shows it, with what has to be said about it. */
  tellBalance(places: number): { following: Cell; gap: GapReason | null } {
    const untold = this.#untold;
    this.#untold = null;
    return {
      following: cell(decimalText(this.#balance, places), ...(untold?.notes.slice(-3) ?? [])),
      gap: untold?.gap ?? null,
    };
  }
}
