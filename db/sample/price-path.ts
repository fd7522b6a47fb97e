import { type Day, day, isBusinessDay } from "@/db/sample/calendar";
import type { Random } from "@/db/sample/random";
import { LAST_DAY } from "@/db/sample/span";
import { cents, type TenThousandths } from "@/db/sample/ten-thousandths";

const FROM = day("2018-01-02");

/** Days on which everything fell or rose at once, so that the sample's companies share a history. */
const MARKET_MOVES: readonly [from: string, to: string, daily: number][] = [
  ["2018-12-03", "2018-12-24", -0.006],
  ["2020-02-21", "2020-03-23", -0.017],
  ["2020-03-24", "2020-06-08", 0.007],
  ["2022-01-05", "2022-06-16", -0.0016],
  ["2025-04-02", "2025-04-08", -0.02],
];

export type PriceSettings = {
  start: number;
  /** Mean daily return, and its deviation. */
  drift: number;
  volatility: number;
  /** One-day moves: `-0.3` is a fall by 30 %. */
  shocks: readonly { on: Day; move: number }[];
  /** New shares for each old one: 2, or 0.1. */
  splits: readonly { on: Day; factor: number }[];
};

/** One company's share price, day by day, as it was traded (not adjusted for later splits). */
export class PricePath {
  readonly #closes: number[] = [];
  readonly #spreads: number[] = [];

  constructor(settings: PriceSettings, random: Random) {
    let price = settings.start;
    for (let at = FROM; at <= LAST_DAY; at++) {
      if (isBusinessDay(at)) {
        const move = settings.drift + marketMove(at) + settings.volatility * random.bell();
        price *= 1 + Math.max(-0.2, Math.min(0.2, move));
        for (const shock of settings.shocks) if (shock.on === at) price *= 1 + shock.move;
        for (const split of settings.splits) if (split.on === at) price /= split.factor;
        price = Math.max(price, 0.45);
      }
      this.#closes.push(Math.round(price * 100));
      this.#spreads.push(random.between(0.35, 1.3) * settings.volatility);
    }
  }

  #index(on: Day) {
    return Math.max(0, Math.min(this.#closes.length - 1, on - FROM));
  }

  close(on: Day): TenThousandths {
    return cents(this.#closes[this.#index(on)] ?? 0);
  }

  /** Lowest and highest trade of the day, in whole cents. */
  range(on: Day): { low: number; high: number } {
    const close = this.#closes[this.#index(on)] ?? 0;
    const spread = this.#spreads[this.#index(on)] ?? 0;
    return { low: Math.max(1, Math.floor(close * (1 - spread))), high: Math.ceil(close * (1 + spread)) };
  }

  /** The day in the span on which the price had fallen farthest within twenty days. */
  worstFall(from: Day, to: Day): Day {
    let worst = from;
    let least = 1;
    for (let at = from + 20; at <= to; at++) {
      const ratio = this.close(at) / this.close(at - 20);
      if (ratio < least) {
        least = ratio;
        worst = at;
      }
    }
    return worst;
  }
}

const moves = MARKET_MOVES.map(([from, to, daily]) => ({ from: day(from), to: day(to), daily }));
const marketMove = (at: Day) => moves.find(({ from, to }) => at >= from && at <= to)?.daily ?? 0;
