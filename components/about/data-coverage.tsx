import { SectionHead } from "@/components/site/section-head";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { methodUrl } from "@/lib/urls";
import type { DatabaseView } from "@/lib/views/data";
import { CoverageLegend, CoverageMarks } from "./coverage-mark";
import { DayCoverage } from "./day-coverage";
import { QuarterCoverage } from "./quarter-coverage";

const QUARTER_MARKS = [
  { state: "complete" },
  { state: "partly stored" },
  { state: "missing" },
  { state: "being read" },
] as const;

/** Stored filings by quarter and by day, compared with EDGAR. */
export const DataCoverage = ({ coverage }: { coverage: DatabaseView["coverage"] }) => (
  <>
    <CoverageMarks />
    <section aria-labelledby="quarters">
      <SectionHead
        id="quarters"
        title="Quarters"
        note="Filings on Forms 3, 4 and 5, compared with EDGAR’s indexes and the SEC’s data sets"
        aside={
          <>
            <CoverageLegend marks={QUARTER_MARKS} />
            <a className="link-button" href={methodUrl("coverage")}>
              How we measure coverage
            </a>
          </>
        }
      />
      {coverage ? (
        <DrawnOnce>
          <QuarterCoverage quarters={coverage.quarters} />
        </DrawnOnce>
      ) : (
        <p className="prose small-prose">There are no filings from EDGAR in this database yet.</p>
      )}
    </section>
    {coverage && (
      <section className="section" aria-labelledby="days">
        <SectionHead
          id="days"
          title="Days"
          note="Business days of the last 12 months: filings stored, compared with EDGAR’s daily index"
          aside={<CoverageLegend marks={[{ state: "closed", words: "EDGAR closed" }]} />}
        />
        <DrawnOnce>
          <DayCoverage days={coverage.days} />
        </DrawnOnce>
      </section>
    )}
  </>
);
