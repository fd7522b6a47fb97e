import { z } from "zod";
import { findFiling } from "@/app/filings/[accession]/view";
import { extentOf, toolAnswer, toolError } from "@/app/mcp/answer";
import { tool } from "@/app/mcp/tool";
import { siteUrl } from "@/app/site-url";
import type { FilingView } from "@/components/filing/filing-view";
import { listSpellings } from "@/db/queries/spellings";
import { database } from "@/db/server/client";
import { REMARKS } from "@/lib/footnotes/filed-notes";
import { publishedFacts } from "@/lib/footnotes/published-facts";
import { rowId } from "@/lib/record/reported-row";
import { keyInFiling } from "@/lib/record/row-key";
import { filedFacts } from "@/lib/representations/filed-facts";
import { footnoteUrl } from "@/lib/urls";
import { plural, upTo } from "@/lib/values/counts";

/** Some filings have hundreds of rows. */
const ROWS = 60;
const LONGEST_NOTE = 20_000;

export const filing = tool({
  title: "One filing in full",
  description: `Reads one Form 3, 4 or 5 with all its rows, footnotes and remarks as filed, its amendments, lateness, and the SHA-256 of each
version of the document that we keep. A row's facts share its place, url and status: quote the url with every figure. Only rows with
status "counted" count in totals. aff10b5One null means that the form has no box, not that there was no plan.`,
  input: z.strictObject({
    accession: z
      .string()
      .min(1)
      .max(100)
      .describe("Accession number, such as 0001365555-13-000001, or local-… for a paper form"),
    after: z.string().max(20).optional().describe("Row id, such as II-3, after which to continue"),
  }),
  answer: async ({ accession, after }) => {
    const found = await resolved(accession.trim());
    if (found.outcome !== "found")
      return toolError(found.outcome === "unknown" ? found.message : "The filing was not found.");
    const { view } = found;
    const { entry, amendment, paper } = view;
    const { accessionNumber } = entry.filing;
    const from = after === undefined ? 0 : entry.rows.findIndex((row) => rowId(row) === after) + 1;
    if (after !== undefined && from === 0)
      return toolError(
        `after must be the id of a row of this filing, such as ${entry.rows[0] ? rowId(entry.rows[0]) : "I-1"}.`,
      );
    const rows = entry.rows.slice(from, from + ROWS);
    const last = rows.at(-1);
    const next = last && from + ROWS < entry.rows.length ? rowId(last) : null;
    const facts = filedFacts(entry, rows, {
      spellings: await listSpellings(database(), [accessionNumber]),
      siteUrl: siteUrl(),
    });
    return toolAnswer({
      summary: `Filing ${accessionNumber}: ${plural(entry.rows.length, "row")}, ${plural(view.notes.length, "footnote")}.`,
      path: view.url,
      extent: extentOf("rows", rows.length, upTo(entry.rows.length), next, from === 0),
      data: {
        headline: view.headline,
        citation: view.citation,
        edgarUrl: view.originalHref,
        ...facts,
        notes: notesOf(view),
        noSecuritiesOwned: entry.filing.noSecuritiesOwned,
        notSubjectToSection16: entry.filing.notSubjectToSection16,
        dateOfOriginalSubmission: entry.filing.dateOfOriginalSubmission,
        lateness: entry.derived.lateness,
        amendment: {
          amends: entry.derived.amendment?.amends ?? null,
          basis: entry.derived.amendment?.basis ?? null,
          amendedBy: entry.derived.amendedBy,
          /** What an amendment changed, cell by cell. */
          differences: amendment.comparison?.differences ?? null,
        },
        signatures: view.form.signatures,
        versions: view.versions.map(({ version, sha256, receivedAt }) => ({ version, sha256, receivedAt })),
        problems: view.problems.map(({ pointer, message }) => ({ pointer, message })),
        /** For a form read from paper: what could not be read with certainty, as JSON Pointers into the document. */
        unread: view.unread,
        uncertain: paper?.uncertain ?? [],
      },
    });
  },
});

/** Finds a filing whose number was written differently, or has been replaced. */
async function resolved(asked: string) {
  const found = await findFiling(asked);
  return found.outcome === "moved" ? findFiling(found.accessionNumber) : found;
}

function notesOf({ entry, notes, facts }: FilingView) {
  const { accessionNumber, remarks } = entry.filing;
  const note = (id: string, text: string, uses: unknown[], stated = facts.get(id)) => ({
    place: keyInFiling(accessionNumber, id),
    url: siteUrl() + footnoteUrl(accessionNumber, id),
    text: text.slice(0, LONGEST_NOTE),
    isCut: text.length > LONGEST_NOTE,
    uses,
    ...publishedFacts(text, stated ?? {}),
  });
  return [
    ...notes.map(({ anchor, footnoteId, text, uses, repeatsId }) =>
      note(anchor, text, uses, repeatsId ? undefined : facts.get(footnoteId ?? "")),
    ),
    ...(remarks === null ? [] : [note(REMARKS, remarks, [])]),
  ];
}
