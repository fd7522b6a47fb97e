import { siteUrl } from "@/app/site-url";
import { DeskClosed, deskSocket } from "@/db/alerts/ask-desk";
import type { FoundAlert, ReaderAlert } from "@/db/alerts/reader-requests";
import { NO_SUCH_ALERT } from "@/lib/alerts/no-such-alert";
import { plainPage } from "@/lib/representations/plain-page";
import { isOwnOrigin } from "@/lib/requests/own-origin";
import { type ReceivedForm, receivedForm } from "@/lib/requests/received-form";
import { PLAIN_PAGE_POLICY } from "@/lib/requests/security-headers.mjs";

/** Whether readers can get email about a view. The start command has read the settings. */
export const readersMaySubscribe = (): boolean => deskSocket() !== null;

/** Bytes, far more than any address of a view or a person. */
const LARGEST_FORM = 20_000;

/** Reads a form that changes an alert, and answers it. A form of another site is refused. */
export async function answerForm(
  request: Request,
  answer: (form: Extract<ReceivedForm, { outcome: "received" }>["form"]) => Promise<Response>,
): Promise<Response> {
  const { headers } = request;
  if (!isOwnOrigin({ origin: headers.get("origin"), host: headers.get("host"), siteUrl: siteUrl() }))
    return refusal(
      403,
      "The form came from another site",
      `We only accept forms sent from this site’s own address, ${siteUrl()}.`,
    );
  const received = await receivedForm(request, LARGEST_FORM);
  if (received.outcome !== "received")
    return refusal(400, "We could not read the form", "Nothing was changed. Go back and send it again.");
  return orClosed(() => answer(received.form));
}

/** Answers, or says that the alert process does not respond. */
export async function orClosed(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof DeskClosed)) throw error;
    console.error(error.message);
    return refusal(
      503,
      "Alerts cannot be changed at the moment",
      "Nothing was changed. Go back and try again in a minute.",
    );
  }
}

/** `title` and `message` are our own text, without markup. */
export const refusal = (status: number, title: string, message: string): Response =>
  new Response(plainPage({ title, main: `<p>${message}</p><pre>${status}</pre>` }), {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": PLAIN_PAGE_POLICY,
    },
  });

export const noSuchAlert = (found: Exclude<FoundAlert, ReaderAlert>): Response => {
  const { title, sentences } = NO_SUCH_ALERT[found ?? "wrong link"];
  return refusal(404, title, sentences.join(" "));
};

export const goTo = (url: string): Response =>
  new Response(null, { status: 303, headers: { location: url, "cache-control": "no-store" } });
