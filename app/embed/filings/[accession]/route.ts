import { embedAnswer } from "@/app/embed/embed-answer";
import { filingCard, placeInEmbed } from "@/app/filings/[accession]/card";
import { askedPlace, findPlaceInFiling } from "@/app/filings/[accession]/place";
import { findFiling } from "@/app/filings/[accession]/view";
import { movedTo } from "@/app/moved-to";
import { paramsOf, searchOf } from "@/app/search-params";
import { filingRows } from "@/lib/cards/transaction-rows";
import { AS_OF_PARAM } from "@/lib/filters/page-filters";
import { transactionLines } from "@/lib/lists/transaction-lines";
import { errorAnswer } from "@/lib/representations/answers";
import { embedUrl, filingUrl, placePageUrl } from "@/lib/urls";

type Context = { params: Promise<{ accession: string }> };

/** A filing or, with `row=I-2` or `note=F1`, one of its rows or notes. */
export async function GET(request: Request, { params }: Context) {
  const found = await findFiling((await params).accession);
  if (found.outcome === "unknown") return errorAnswer(404, found.message);
  if (found.outcome === "moved") return movedTo(embedUrl(filingUrl(found.accessionNumber)) + searchOf(request), 308);
  if (paramsOf(request).some(([name]) => name === AS_OF_PARAM))
    return errorAnswer(400, `A filing has no past days. Remove ${AS_OF_PARAM} from the address.`);
  const { view } = found;
  const { entry } = view;
  const { accessionNumber } = entry.filing;
  const asked = askedPlace(request);
  if (asked === undefined)
    return embedAnswer(view.url, filingCard(view), {
      rows: filingRows(transactionLines([{ entry, rows: entry.rows }])),
    });
  const at = findPlaceInFiling(view, asked);
  return at
    ? embedAnswer(placePageUrl(accessionNumber, at.place), placeInEmbed(view, at))
    : errorAnswer(404, `Filing ${accessionNumber} has no row or footnote ${asked}.`);
}
