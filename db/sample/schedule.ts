import { type Day, onOrAfter } from "@/db/sample/calendar";

type Act = () => void;

/** What happens at one company, day by day. Acts may call for further acts, on the same day or later. */
export class Schedule {
  today: Day;
  readonly #mornings = new Map<Day, Act[]>();
  readonly #acts = new Map<Day, Act[]>();

  constructor(
    readonly from: Day,
    readonly until: Day,
  ) {
    this.today = from;
  }

  /** On the day, or the next business day; not at all when that is outside the company's time. */
  at(on: Day, act: Act): void {
    this.#add(this.#acts, onOrAfter(on), act);
  }

  /** Before all that happens on the day. */
  inTheMorning(on: Day, act: Act): void {
    this.#add(this.#mornings, on, act);
  }

  #add(acts: Map<Day, Act[]>, on: Day, act: Act): void {
    if (on < this.today) return;
    const list = acts.get(on);
    if (list) list.push(act);
    else acts.set(on, [act]);
  }

  /** Runs past the end by a few days, so that what was traded by then is filed. */
  run(): void {
    for (; this.today <= this.until + 10; this.today++) {
      for (const act of this.#mornings.get(this.today) ?? []) act();
      if (this.today > this.until) continue;
      // The list grows while it is read.
      for (const act of this.#acts.get(this.today) ?? []) act();
    }
  }
}
