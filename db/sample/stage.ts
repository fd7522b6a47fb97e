import type { Day } from "@/db/sample/calendar";
import type { Cast } from "@/db/sample/cast";
import { Desk } from "@/db/sample/desk";
import type { FilerStyle } from "@/db/sample/filing";
import type { Habits, Issuer } from "@/db/sample/issuer";
import type { PricePath } from "@/db/sample/price-path";
import type { Random } from "@/db/sample/random";
import { Schedule } from "@/db/sample/schedule";
import type { Seat } from "@/db/sample/seat";
import type { TenThousandths } from "@/db/sample/ten-thousandths";
import type { Wording } from "@/db/sample/wording";

/** One company with its price, its people and its calendar: where the stories are played. */
export class Stage {
  readonly schedule: Schedule;
  readonly desk: Desk;
  readonly seats: Seat[] = [];

  constructor(
    readonly issuer: Issuer,
    readonly prices: PricePath,
    readonly cast: Cast,
    readonly random: Random,
  ) {
    this.schedule = new Schedule(issuer.from, issuer.until);
    this.desk = new Desk(issuer, this.schedule, random.child("desk"));
  }

  get today(): Day {
    return this.schedule.today;
  }

  get style(): FilerStyle {
    return this.issuer.habits.style;
  }

  get habits(): Habits {
    return this.issuer.habits;
  }

  get wording(): Wording {
    return this.issuer.wording;
  }

  get price(): TenThousandths {
    return this.prices.close(this.today);
  }

  at(on: Day, act: () => void): void {
    this.schedule.at(on, act);
  }

  /** On the day, if the seat is still held then. */
  atSeat(seat: Seat, on: Day, act: () => void): void {
    this.at(on, () => {
      if (seat.isActive) act();
    });
  }
}
