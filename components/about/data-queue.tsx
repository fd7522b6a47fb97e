import { SectionHead } from "@/components/site/section-head";
import { ClockTime } from "@/components/ui/clock-time";
import { plural } from "@/lib/values/counts";
import { type DatabaseView, MOST_COUNTED } from "@/lib/views/data";
import { type QueueRow, QueueTable } from "./queue-table";
import { UnderivableList } from "./underivable-list";

/** Work that is waiting, and work that failed. */
export const DataQueue = ({ view, now }: { view: DatabaseView; now: number }) => (
  <div className="queue-and-failed">
    <section className="section" aria-labelledby="freshness">
      <SectionHead
        id="freshness"
        title="Queue"
        note={
          <>
            As of <ClockTime instant={new Date(now)} inFull />
          </>
        }
      />
      <QueueTable rows={queueOf(view)} />
      <HowToFollow state={view.freshness.state} />
    </section>
    <section className="section" aria-labelledby="failed">
      <SectionHead
        id="failed"
        title="Failed"
        note={view.queues.underivable === 0 ? "None" : plural(view.queues.underivable, "filing")}
      />
      {view.underivable.length > 0 ? (
        <UnderivableList filings={view.underivable} />
      ) : (
        <p className="prose small-prose">Totals, checks and links were derived for every filing we tried.</p>
      )}
    </section>
  </div>
);

function queueOf({ queues, following }: DatabaseView): QueueRow[] {
  return [
    {
      step: "Fetch from EDGAR",
      note: `at most 8 requests a second; ${plural(queues.edgarRequests, "request")} since yesterday`,
      waiting: following?.waiting ?? 0,
      failed: queues.notFetched,
    },
    {
      step: "Derive totals, checks and links",
      note: "by issuer, while filings are stored or with npm run derive",
      waiting: queues.toDerive,
      isMore: queues.toDerive >= MOST_COUNTED,
      failed: queues.underivable,
      failedHref: "#failed",
    },
  ];
}

const HowToFollow = ({ state }: { state: DatabaseView["freshness"]["state"] }) => {
  if (state === "following" || state === "backlog") return null;
  return (
    <p className="section-note">
      <code>npm start</code> follows EDGAR when <code>EDGAR_CONTACT</code> is set; <code>npm run follow</code> does so
      without the site. <code>npm run ingest -- days 2026-11-02..2026-11-20</code> fetches missing days.
    </p>
  );
};
