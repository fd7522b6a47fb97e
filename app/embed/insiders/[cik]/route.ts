import { embedAnswer } from "@/app/embed/embed-answer";
import { insiderCard } from "@/app/insiders/[cik]/card";
import { readInsiderQuery } from "@/app/insiders/[cik]/query";
import { loadInsiderView } from "@/app/insiders/[cik]/view";
import { insiderPicture } from "@/components/insider/insider-picture";
import { parseCik } from "@/lib/record/cik";
import { errorAnswer } from "@/lib/representations/answers";
import { insiderUrl } from "@/lib/urls";
import { newYorkDate } from "@/lib/values/dates";

type Context = { params: Promise<{ cik: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { cik: text } = await params;
  const cik = parseCik(text);
  const view = cik === null ? null : await loadInsiderView(cik, readInsiderQuery([]), newYorkDate(new Date()));
  return view
    ? embedAnswer(insiderUrl(view.lead.insider.cik), insiderCard(view), { chart: insiderPicture(view) })
    : errorAnswer(404, `We found no filings by an insider with the CIK ${text}.`);
}
