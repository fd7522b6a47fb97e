import { answerForm, goTo, noSuchAlert } from "@/app/alerts/alert-answers";
import { keyOf } from "@/app/alerts/view";
import { paramsOf } from "@/app/search-params";
import { askDesk } from "@/db/alerts/ask-desk";
import { CHANGES } from "@/db/alerts/reader-requests";
import { alertUrl } from "@/lib/urls";

type Context = { params: Promise<{ id: string }> };

/** Confirms, changes or stops an alert, as its page offers. */
export const POST = (request: Request, { params }: Context): Promise<Response> =>
  answerForm(request, async (form) => {
    const { id } = await params;
    const key = keyOf(paramsOf(request));
    const change = CHANGES.find((known) => known === form.get("change"));
    // A form without a change that we know is answered with the alert as it is.
    const found = await askDesk(change ? { ask: "change", id, key, change } : { ask: "find", id, key });
    return found === null || found === "deleted" ? noSuchAlert(found) : goTo(alertUrl(id, key));
  });
