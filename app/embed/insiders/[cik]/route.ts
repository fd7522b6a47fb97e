import { embedAnswer } from "@/app/embed/embed-answer";
import { insiderCard } from "@/app/insiders/[cik]/card";
import { findAskedInsider } from "@/app/insiders/[cik]/find-asked";
import { insiderPicture } from "@/components/insider/insider-picture";

type Context = { params: Promise<{ cik: string }> };

/** What the page at the same address shows, under its filter and as of its day. */
export async function GET(request: Request, { params }: Context) {
  const found = await findAskedInsider(request, (await params).cik);
  return found instanceof Response
    ? found
    : embedAnswer(found.url, insiderCard(found), { chart: insiderPicture(found) });
}
