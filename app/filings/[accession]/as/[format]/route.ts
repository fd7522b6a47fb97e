import { filedDocument } from "@/app/filings/[accession]/filed-document";
import { filingJson } from "@/app/filings/[accession]/filing-json";
import { findFiling } from "@/app/filings/[accession]/view";
import { movedTo } from "@/app/moved-to";
import { ignoredNames, paramsOf, searchOf } from "@/app/search-params";
import { siteFeed } from "@/app/site-feed";
import { siteUrl } from "@/app/site-url";
import type { FilingView } from "@/components/filing/filing-view";
import { findPaperFile } from "@/db/queries/paper-filing";
import { database } from "@/db/server/client";
import { answer, asFile, errorAnswer, linkedAnswer, noSuchFormat } from "@/lib/representations/answers";
import { csvLines } from "@/lib/representations/csv";
import { rowAtomEntry } from "@/lib/representations/row-atom-entry";
import { CSV_HEADER, csvCells } from "@/lib/representations/row-columns";
import { type Format, filingUrl, inFormat } from "@/lib/urls";
import { decodeText } from "@/lib/values/decode-text";

type Context = { params: Promise<{ accession: string; format: string }> };

const FORMATS = ["json", "csv", "atom", "xml", "txt"] as const satisfies Format[];

export async function GET(request: Request, { params }: Context) {
  const { accession, format: name } = await params;
  const format = FORMATS.find((known) => known === name);
  if (!format) return noSuchFormat(name, [...FORMATS]);
  const search = searchOf(request);
  const found = await findFiling(accession);
  if (found.outcome === "unknown") return errorAnswer(404, found.message);
  if (found.outcome === "moved") return movedTo(inFormat(filingUrl(found.accessionNumber), format) + search, 308);

  const { view } = found;
  const { entry } = view;
  if (!formatsOf(view).includes(format)) return noSuchFormat(format, formatsOf(view));
  switch (format) {
    case "json":
      return linkedAnswer(request, { ...filingJson(view), ignored: ignoredNames(paramsOf(request)) });
    case "csv": {
      const rows = entry.rows.map((row) => csvCells(entry, row, siteUrl()));
      return answer(csvLines([CSV_HEADER, ...rows]), "csv", asFile(`${entry.filing.accessionNumber}.csv`));
    }
    case "atom":
      return feed(view);
    case "xml":
      return filedDocument(view, paramsOf(request));
    case "txt":
      return answer(await sourceText(view), "text");
  }
}

/** Pages are separated by form feeds, as in OCR output. A filing transcribed before we could read paper has only its file. */
async function sourceText({ paper, entry }: FilingView): Promise<string> {
  if (paper) return paper.text.map((lines) => `${lines.join("\n")}\n`).join("\f");
  const file = await findPaperFile(database(), entry.filing.accessionNumber);
  return file === null ? "" : decodeText(file.bytes);
}

/** Paper has a text but no XML, XML has no text, and a filing from a data set has neither. */
function formatsOf({ entry }: FilingView): Format[] {
  const document: Record<FilingView["entry"]["filing"]["source"], Format[]> = {
    xml: ["xml"],
    paper: ["txt"],
    "data-set": [],
  };
  return ["json", "csv", "atom", ...document[entry.filing.source]];
}

/** Every row is an entry, including holdings. */
const feed = ({ title, url, entry }: FilingView): Response =>
  siteFeed({
    title,
    url,
    updated: entry.filing.orderedAt,
    entries: entry.rows.map((row) => rowAtomEntry(entry, row, siteUrl())),
  });
