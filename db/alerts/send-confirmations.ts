import { eq } from "drizzle-orm";
import { alertsToConfirm, forgetReaderAlerts, wasAsked } from "@/db/alerts/reader-alerts";
import { alert } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { AlertRate } from "@/lib/alerts/alert";
import { confirmationMail } from "@/lib/alerts/confirmation-mail";
import { GrowingPauses } from "@/lib/alerts/growing-pauses";
import { manageAlertPath } from "@/lib/alerts/signed-links";

const MOST_AT_ONCE = 10;

type Mail = { id: string; to: string; subject: string; text: string; html: string; unsubscribeUrl: null };
type Outcome = { outcome: "delivered" } | { outcome: "failed"; errorClass: string; isFinal: boolean };

type Options = {
  siteUrl: string;
  /** Signs the link in the email. */
  secret: string;
  /** What a view holds, in words that nobody has typed. */
  titleOf: (view: string) => Promise<{ title: string; leavesOut: boolean }>;
  send: (mail: Mail) => Promise<Outcome>;
};

/** Asks readers to confirm their alerts, by email. */
export class Confirmations {
  /** Of alerts whose email has failed. */
  readonly #pauses = new GrowingPauses();

  constructor(
    readonly db: Db,
    readonly options: Options,
  ) {}

  /** Sends what waits, and returns how many emails were sent. Call it repeatedly. */
  async send(now: Date): Promise<number> {
    await forgetReaderAlerts(this.db, now);
    const waiting = await alertsToConfirm(this.db, 1_000);
    for (const id of this.#pauses.all()) if (!waiting.some((each) => each.id === id)) this.#pauses.forget(id);
    const due = waiting.filter(({ id }) => this.#pauses.isOver(id, now.getTime()));
    let sent = 0;
    for (const each of due.slice(0, MOST_AT_ONCE)) {
      const outcome = await this.options.send(await this.#mailTo(each));
      if (outcome.outcome === "delivered") {
        await wasAsked(this.db, each.id, now);
        sent++;
      } else if (outcome.isFinal) {
        // There is no such address.
        await this.db.delete(alert).where(eq(alert.alertId, each.id));
      } else {
        this.#pauses.begin(each.id, now.getTime());
        // We cannot reach the server itself, so the others would only wait for it too.
        if (!outcome.errorClass.startsWith("SMTP")) break;
      }
    }
    return sent;
  }

  async #mailTo({
    id,
    view,
    rate,
    email,
    askedAt,
  }: {
    id: string;
    view: string;
    rate: AlertRate;
    email: string;
    askedAt: Date;
  }) {
    const { siteUrl, secret, titleOf } = this.options;
    const mail = confirmationMail({
      ...(await titleOf(view)),
      rate,
      confirmUrl: siteUrl + manageAlertPath(id, secret),
    });
    return { id: `confirm-${id}-${askedAt.getTime()}`, to: email, ...mail, unsubscribeUrl: null };
  }
}
