import { answerAsOf, foundBy, noFeedAsOf } from "@/app/as-of";
import { insiderAtom } from "@/app/insiders/[cik]/insider-atom";
import { insiderJson } from "@/app/insiders/[cik]/insider-json";
import { insiderTable } from "@/app/insiders/[cik]/insider-table";
import { readInsiderQuery } from "@/app/insiders/[cik]/query";
import { loadInsiderView } from "@/app/insiders/[cik]/view";
import { movedTo } from "@/app/moved-to";
import { paramsOf, searchOf } from "@/app/search-params";
import { parseCik } from "@/lib/record/cik";
import { errorAnswer, linkedAnswer, noSuchFormat, unreadableAnswer } from "@/lib/representations/answers";
import { isTableFormat, TABLE_FORMATS } from "@/lib/representations/table";
import { inFormat, insiderUrl } from "@/lib/urls";
import { newYorkDate } from "@/lib/values/dates";
import type { InsiderQuery } from "@/lib/views/insider";

type Context = { params: Promise<{ cik: string; format: string }> };

const FORMATS = ["json", ...TABLE_FORMATS, "atom"] as const;

export async function GET(request: Request, { params }: Context) {
  const { cik: text, format } = await params;
  const search = searchOf(request);
  const known = FORMATS.find((name) => name === format);
  if (!known) return noSuchFormat(format, [...FORMATS]);
  const cik = parseCik(text);
  if (cik !== null && cik !== text) return movedTo(inFormat(insiderUrl(cik), known) + search, 308);

  const query = readInsiderQuery(paramsOf(request));
  const unreadable = unreadableAnswer(query.ignored);
  if (unreadable) return unreadable;
  const notHeld = () =>
    errorAnswer(404, `We found no filings by an insider with the CIK ${text}${foundBy(query.asOf)}.`);
  if (cik === null) return notHeld();
  if (query.asOf !== null && known === "atom") return noFeedAsOf();
  return answerAsOf(async () => (await answerIn(request, known, cik, query)) ?? notHeld());
}

async function answerIn(
  request: Request,
  format: (typeof FORMATS)[number],
  cik: string,
  query: InsiderQuery,
): Promise<Response | null> {
  if (isTableFormat(format)) return insiderTable(request, cik, query, format);
  const view = await loadInsiderView(cik, query, newYorkDate(new Date()));
  if (!view) return null;
  if (format === "atom") return insiderAtom(view);
  // Whether a position is in the list can be checked only with the list itself.
  return unreadableAnswer(view.ignored) ?? linkedAnswer(request, insiderJson(view));
}
