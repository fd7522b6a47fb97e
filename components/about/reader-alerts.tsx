import { Facts } from "@/components/site/facts";
import { SectionHead } from "@/components/site/section-head";
import { ClockTime } from "@/components/ui/clock-time";
import type { AlertState } from "@/lib/alerts/alert";
import { ERRORS_IN_WORDS } from "@/lib/alerts/errors-in-words";
import { REFUSALS_UNTIL_PAUSE } from "@/lib/alerts/kept-days";
import { plural } from "@/lib/values/counts";
import type { AlertsView } from "@/lib/views/alerts";

const STATES: Record<AlertState, string> = {
  active: "active",
  unconfirmed: "not confirmed yet",
  stopped: "stopped by the reader",
  paused: `paused, because the mail server refused the address for ${REFUSALS_UNTIL_PAUSE} messages in a row`,
  disabled: "off, because we can no longer read the address of their list",
};
const ORDER = ["active", "unconfirmed", "stopped", "paused", "disabled"] as const;

/** The alerts of readers in figures. Nobody sees who follows what. */
export const ReaderAlerts = ({ readers }: { readers: AlertsView["readers"] }) => {
  const inAll = ORDER.reduce((sum, state) => sum + readers.states[state], 0);
  return (
    <section className="section" aria-labelledby="reader-alerts">
      <SectionHead id="reader-alerts" title="Readers’ alerts" note={inAll === 0 ? "None" : undefined} />
      {inAll > 0 && (
        <Facts
          facts={[
            {
              term: "Alerts",
              value: ORDER.filter((state) => readers.states[state] > 0)
                .map((state) => `${readers.states[state].toLocaleString("en-US")} ${STATES[state]}`)
                .join(", "),
            },
            { term: "Delivered in 30 days", value: plural(readers.delivered, "email") },
            {
              term: "Last delivered",
              value: readers.lastDeliveredAt ? <ClockTime instant={readers.lastDeliveredAt} inFull /> : "—",
            },
            { term: "Waiting", value: plural(readers.waiting, "email") },
            { term: "Failed in 30 days", value: plural(readers.failed, "email") },
            ...readers.errors.map(({ errorClass, messages }) => ({
              term: errorClass,
              value: `${plural(messages, "email")}: ${ERRORS_IN_WORDS[errorClass]}`,
            })),
          ]}
        />
      )}
    </section>
  );
};
