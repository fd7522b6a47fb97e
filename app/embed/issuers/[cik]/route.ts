import { embedAnswer } from "@/app/embed/embed-answer";
import { issuerCard } from "@/app/issuers/[cik]/card";
import { findAskedIssuer } from "@/app/issuers/[cik]/find-asked";
import { loadIssuerView } from "@/app/issuers/[cik]/view";
import { issuerPicture } from "@/components/issuer/issuer-picture";

type Context = { params: Promise<{ cik: string }> };

/** What the page at the same address shows, under its filter and as of its day. */
export async function GET(request: Request, { params }: Context) {
  const found = await findAskedIssuer(request, (await params).cik, loadIssuerView);
  return found instanceof Response ? found : embedAnswer(found.url, issuerCard(found), { chart: issuerPicture(found) });
}
