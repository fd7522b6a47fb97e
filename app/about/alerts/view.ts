import { findAlerts } from "@/db/queries/alerts";
import { database } from "@/db/server/client";
import { guardedRequest } from "@/lib/requests/guarded-request";
import { aboutAlertsUrl } from "@/lib/urls";
import type { AlertsView } from "@/lib/views/alerts";

const LISTED = 200;

export async function loadAlertsView(): Promise<AlertsView> {
  // Messages are sent without any change to the record, which is what versions of pages come from.
  delete guardedRequest()?.tag;
  return { title: "Alerts", url: aboutAlertsUrl(), ...(await findAlerts(database(), LISTED)) };
}
