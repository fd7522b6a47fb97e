import { findAskedIssuer } from "@/app/issuers/[cik]/find-asked";
import { loadIssuerView } from "@/app/issuers/[cik]/view";
import { chartAnswer } from "@/app/pictures/chart-answer";
import { issuerPicture } from "@/components/issuer/issuer-picture";

type Context = { params: Promise<{ cik: string }> };

export const GET = (request: Request, { params }: Context) =>
  chartAnswer(request, "svg", async () => {
    const found = await findAskedIssuer(request, (await params).cik, loadIssuerView);
    return found instanceof Response ? found : { chart: issuerPicture(found), url: found.url };
  });
