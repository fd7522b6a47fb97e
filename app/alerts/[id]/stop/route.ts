import { goTo, noSuchAlert, orClosed } from "@/app/alerts/alert-answers";
import { keyOf } from "@/app/alerts/view";
import { paramsOf } from "@/app/search-params";
import { askDesk } from "@/db/alerts/ask-desk";
import { alertUrl } from "@/lib/urls";

type Context = { params: Promise<{ id: string }> };

/** Opening the link stops nothing, because programs that check mail open every link. The page has a button. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return goTo(alertUrl((await params).id, keyOf(paramsOf(request))));
}

/**
 * Stops an alert for a mail program, with one click and without a page (RFC 8058). The request comes from the provider's servers, so we
 * do not check its origin: the key is proof enough. Redirects are not allowed.
 */
export const POST = (request: Request, { params }: Context): Promise<Response> =>
  orClosed(async () => {
    const found = await askDesk({
      ask: "change",
      id: (await params).id,
      key: keyOf(paramsOf(request)),
      change: "stop",
    });
    if (found === null) return noSuchAlert(found);
    // One that was deleted is stopped for good.
    return new Response("The alert is stopped. You will get no more email about it.\n", {
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
    });
  });
