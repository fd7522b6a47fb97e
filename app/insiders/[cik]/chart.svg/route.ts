import { findAskedInsider } from "@/app/insiders/[cik]/find-asked";
import { chartAnswer } from "@/app/pictures/chart-answer";
import { insiderPicture } from "@/components/insider/insider-picture";

type Context = { params: Promise<{ cik: string }> };

export const GET = (request: Request, { params }: Context) =>
  chartAnswer(request, "svg", async () => {
    const found = await findAskedInsider(request, (await params).cik);
    return found instanceof Response ? found : { chart: insiderPicture(found), url: found.url };
  });
