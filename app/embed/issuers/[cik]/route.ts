import { embedAnswer } from "@/app/embed/embed-answer";
import { issuerCard } from "@/app/issuers/[cik]/card";
import { readIssuerQuery } from "@/app/issuers/[cik]/query";
import { loadIssuerView } from "@/app/issuers/[cik]/view";
import { issuerPicture } from "@/components/issuer/issuer-picture";
import { parseCik } from "@/lib/record/cik";
import { errorAnswer } from "@/lib/representations/answers";
import { issuerUrl } from "@/lib/urls";

type Context = { params: Promise<{ cik: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { cik: text } = await params;
  const cik = parseCik(text);
  const view = cik === null ? null : await loadIssuerView(cik, readIssuerQuery([]));
  return view
    ? embedAnswer(issuerUrl(view.lead.issuer.cik), issuerCard(view), { chart: issuerPicture(view) })
    : errorAnswer(404, `We found no filings on an issuer with the CIK ${text}.`);
}
