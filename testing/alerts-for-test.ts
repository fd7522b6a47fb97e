import { eq } from "drizzle-orm";
import { alert, alertMatch, delivery } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { AlertRate } from "@/lib/alerts/alert";
import { matchForTest } from "@/testing/match-for-test";

type NewAlert = typeof alert.$inferInsert;

/** Stores an alert of the operator's file with a webhook, unless the test says otherwise. */
export async function storeAlert(db: Db, alertId: string, values: Partial<NewAlert> & Pick<NewAlert, "target">) {
  await db.insert(alert).values({
    alertId,
    origin: "file",
    name: alertId,
    view: "/transactions?code=P",
    channel: "webhook",
    rate: "immediate",
    state: "active",
    ...values,
  });
}

/** Stores matches of an alert, each of a filing of its own, numbered from `first` on, as the search for matches does. */
export async function storeMatches(
  db: Db,
  alertId: string,
  count: number,
  { rate = "immediate", matchedAt, first = 1 }: { rate?: AlertRate; matchedAt?: Date; first?: number } = {},
) {
  await db.insert(alertMatch).values(
    Array.from({ length: count }, (_, index) => {
      const accessionNumber = `0001365555-26-${String(first + index).padStart(6, "0")}`;
      const { what } = matchForTest();
      return {
        alertId,
        matchKey: `${accessionNumber}#I-1`,
        kind: "new" as const,
        accessionNumber,
        filingVersion: 1,
        what: { ...what, path: `/filings/${accessionNumber}#I-1`, filing: { ...what.filing, accessionNumber } },
        rate,
        ...(matchedAt === undefined ? {} : { matchedAt }),
      };
    }),
  );
}

/** Stores messages that are due. */
export async function storeDeliveries(db: Db, alertId: string, ids: readonly string[]) {
  const at = new Date(Date.now() - 1_000);
  await db
    .insert(delivery)
    .values(
      ids.map((deliveryId) => ({ deliveryId, alertId, body: `{"is":"${deliveryId}"}`, createdAt: at, nextTryAt: at })),
    );
}

export const changeDelivery = (db: Db, id: string, values: Partial<typeof delivery.$inferInsert>) =>
  db.update(delivery).set(values).where(eq(delivery.deliveryId, id));
