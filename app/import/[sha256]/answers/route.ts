import { goOn, orDiskTrouble, sayNo, turnedAway } from "@/app/import/import-answers";
import { drafts } from "@/app/import/import-setup";
import { storeApart } from "@/db/paper/store-apart";
import { findFilingOfContent } from "@/db/queries/filing-of-content";
import { database, readServers } from "@/db/server/client";
import { receivedForm } from "@/lib/requests/received-form";
import { SEEN_COOKIE, SEEN_FOR } from "@/lib/requests/seen-cookie.mjs";
import { draftUrl, filingUrl, importedFilingUrl, outdatedDraftUrl } from "@/lib/urls";
import { newYorkDate } from "@/lib/values/dates";
import { answeredDraft } from "@/paper/drafts/answered-draft";
import { INPUTS } from "@/paper/drafts/draft-answers";

type Context = { params: Promise<{ sha256: string }> };

/** In bytes, far more than any form needs. */
const MOST_ANSWERS = 4_000_000;

const CANNOT_HOLD =
  "The database cannot store one of the values, such as a number that is far too long. Your answers are saved. Go back, reload the form and correct the value.";

/** Saves a person's answers. With `do=store` it also stores the filing. */
export const POST = (request: Request, context: Context): Promise<Response> =>
  orDiskTrouble(request, () => keepAnswers(request, context));

async function keepAnswers(request: Request, { params }: Context): Promise<Response> {
  const no = turnedAway(request);
  if (no) return no;
  const folder = drafts();
  const draft = await folder.find((await params).sha256);
  if (draft?.read?.outcome !== "read") return gone(request, (await params).sha256);
  const received = await receivedForm(request, MOST_ANSWERS);
  if (received.outcome !== "received") {
    return sayNo(
      request,
      received.outcome === "too large" ? 413 : 400,
      "We could not read your answers",
      "Nothing was changed. Go back and send them again.",
    );
  }
  const inputs = new Map(
    [...received.form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  if (inputs.get(INPUTS.stamp) !== draft.stamp) return goOn(request, outdatedDraftUrl(draft.sha256));
  const answers = answeredDraft(draft.read.reading, draft, inputs, newYorkDate(new Date()));
  await folder.answer(draft, answers);
  // Answers that we could not read are asked again before anything is stored.
  if (inputs.get("do") !== "store" || answers.rejected.length > 0) return goOn(request, draftUrl(draft.sha256));

  const stored = await storeApart(draft.sha256);
  if (stored.outcome === "failed") {
    return sayNo(request, stored.isUnavailable ? 503 : 500, "The filing was not stored", stored.message);
  }
  if (stored.outcome === "refused") {
    const { message, heldNumber } = stored;
    if (heldNumber === undefined) return sayNo(request, 422, "The filing was not stored", CANNOT_HOLD);
    const rejected = [{ name: INPUTS.accessionNumber, typed: heldNumber, problem: message }];
    await folder.answer(draft, { ...answers, rejected });
    return goOn(request, draftUrl(draft.sha256));
  }
  const { accessionNumber, outcome, differences = [] } = stored;
  await folder.wasStored(draft, { accessionNumber, outcome, differences: differences.map(({ message }) => message) });
  return withWhatWasStored(goOn(request, importedFilingUrl(accessionNumber, draft.sha256)));
}

/** For the next minute, this reader is answered only by database servers that have the form. */
async function withWhatWasStored(answer: Response): Promise<Response> {
  // Even if the position cannot be read, the form has been stored.
  const position = await readServers()
    .position()
    .catch(() => null);
  if (position !== null)
    answer.headers.append(
      "set-cookie",
      `${SEEN_COOKIE}=${position}; Path=/; Max-Age=${SEEN_FOR}; HttpOnly; SameSite=Lax`,
    );
  return answer;
}

/** The draft was stored in another window, or has expired. */
async function gone(request: Request, sha256: string): Promise<Response> {
  const accessionNumber = await findFilingOfContent(database(), sha256);
  if (accessionNumber) return goOn(request, filingUrl(accessionNumber));
  return sayNo(request, 404, "This upload has expired", "An uploaded file is kept for one day. Upload the file again.");
}
