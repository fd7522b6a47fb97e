import { citedFiling } from "@/app/filings/[accession]/cited-filing";
import { askedPlace, findPlaceInFiling } from "@/app/filings/[accession]/place";
import { findFiling } from "@/app/filings/[accession]/view";
import { movedTo } from "@/app/moved-to";
import { searchOf } from "@/app/search-params";
import { CITATION_STYLES, type CitationStyle } from "@/lib/citations/citation";
import { printCitation } from "@/lib/citations/print-citation";
import { answer, asFile, errorAnswer } from "@/lib/representations/answers";
import { citationUrl } from "@/lib/urls";

type Context = { params: Promise<{ accession: string; style: string }> };

/** What reference managers know each style by. A browser shows the others. */
const FILES: Partial<Record<CitationStyle, { type: string; extension: string }>> = {
  bibtex: { type: "application/x-bibtex; charset=utf-8", extension: "bib" },
  ris: { type: "application/x-research-info-systems; charset=utf-8", extension: "ris" },
  "csl-json": { type: "application/vnd.citationstyles.csl+json", extension: "json" },
};

/** A citation of a filing or, with `row=I-2` or `note=F1`, of one of its rows or notes. */
export async function GET(request: Request, { params }: Context) {
  const { accession, style: name } = await params;
  const style = CITATION_STYLES.find((known) => known === name);
  if (!style) return errorAnswer(404, `There are citations as ${CITATION_STYLES.join(", ")}, but not as ${name}.`);
  const found = await findFiling(accession);
  if (found.outcome === "unknown") return errorAnswer(404, found.message);
  if (found.outcome === "moved") return movedTo(citationUrl(found.accessionNumber, style) + searchOf(request), 308);
  const asked = askedPlace(request);
  const { view } = found;
  const { filing } = view.entry;
  const at = asked === undefined ? null : findPlaceInFiling(view, asked);
  if (asked !== undefined && at === null)
    return errorAnswer(404, `Filing ${filing.accessionNumber} has no row or footnote ${asked}.`);

  const text = printCitation(citedFiling(view, at), style);
  const file = FILES[style];
  return answer(text, "text", {
    ...(file && {
      "content-type": file.type,
      ...asFile(`${[filing.accessionNumber, at?.place].filter(Boolean).join("-")}.${file.extension}`),
    }),
  });
}
