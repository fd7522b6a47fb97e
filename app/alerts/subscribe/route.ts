import { answerForm, goTo, refusal } from "@/app/alerts/alert-answers";
import { askDesk } from "@/db/alerts/ask-desk";
import { RATES } from "@/lib/alerts/alert";
import { readAlertView } from "@/lib/alerts/alert-view";
import { readEmailAddress } from "@/lib/alerts/email-address";
import { clientAddress } from "@/lib/requests/client-address";
import { ASKED, alertsUrl } from "@/lib/urls";
import { newYorkDate } from "@/lib/values/dates";

/** Takes the form of a reader who wants email about a view. */
export const POST = (request: Request): Promise<Response> =>
  answerForm(request, async (form) => {
    const given = (name: string) => String(form.get(name) ?? "");
    const read = readAlertView(given("view"), newYorkDate(new Date()));
    if ("problem" in read)
      return refusal(
        400,
        "There are no alerts for this page",
        "Open the list that you want to follow, and choose “Email alerts” there.",
      );
    const email = readEmailAddress(given("email"));
    if (email === null)
      return refusal(
        400,
        "This is not an email address",
        "Nothing was sent. Go back and correct it, as in ada@example.org.",
      );
    const rate = RATES.find((known) => known === given("rate")) ?? "daily";
    // The address of the reader is neither stored nor logged.
    const from = clientAddress(request);
    const answer = await askDesk({ ask: "subscribe", view: read.view.url, email, rate, from });
    switch (answer) {
      case "asked":
        return goTo(`${alertsUrl()}?${ASKED}=1`);
      case "too many from one":
        return refusal(
          429,
          "Too many requests",
          "Your network has asked for many alerts in the past hour. Try again in an hour.",
        );
      case "too many":
        return refusal(
          429,
          "Too many requests",
          "Many readers have asked for alerts in the past hour and have not confirmed them. Try again in an hour.",
        );
    }
  });
