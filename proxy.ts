import { type NextRequest, NextResponse } from "next/server";
import { alertLeadsSomewhere } from "@/app/alerts/leads-somewhere";
import { hasCodePage } from "@/app/codes/view";
import { importLeadsSomewhere } from "@/app/import/leads-somewhere";
import { loadPageState } from "@/app/page-state";
import { within } from "@/app/within";
import { accessionNumberInText } from "@/lib/record/accession-number";
import { errorAnswer } from "@/lib/representations/answers";
import { unavailablePage } from "@/lib/representations/unavailable-page";
import { guardedRequest } from "@/lib/requests/guarded-request";
import {
  answersWithData,
  isDataPath,
  isDecodable,
  isNextsOwn,
  nowherePath,
  thingInPath,
  withoutEmptyParams,
} from "@/lib/requests/page-address";
import { ASKED_PATH, ASKED_QUERY } from "@/lib/requests/passed-on-headers";
import { REQUEST_ID, requestIdIn } from "@/lib/requests/request-id";
import { NONCE, PLAIN_PAGE_POLICY, pagePolicy } from "@/lib/requests/security-headers.mjs";
import { filingUrl, speculationRulesUrl } from "@/lib/urls";

const ANSWER_WITHIN = 5_000;

export const config = {
  // Next reads this statically, so it must be one literal. Uploads and messages to `/mcp` are excluded, because Next would buffer a copy for the proxy.
  matcher:
    "/((?!_next/static/|healthz(?:/live|/ready)?$|import/upload$|mcp$|robots\\.txt$|opensearch\\.xml$|speculation-rules\\.json$|icon\\.svg$|theme\\.js$).*)",
};

/**
 * Checks, before a page begins, that it exists and that the database answers. Next renders a page's own `notFound()` and its errors in
 * the browser, so without script the reader would see nothing. An unknown address is rewritten to Next's route for unknown addresses,
 * which answers with status 404 and a complete page. While the database does not respond, this function answers in place of the page.
 */
export async function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  if (answersWithData(pathname) && !isDecodable(pathname)) {
    return errorAnswer(
      400,
      "The address is not valid: a percent sign in it does not begin a valid code. Write %25 for a percent sign.",
    );
  }
  if (pathname.startsWith("/Archives/edgar/data/")) {
    const accessionNumber = accessionNumberInText(pathname);
    if (accessionNumber) return NextResponse.redirect(new URL(filingUrl(accessionNumber), request.nextUrl), 308);
  }
  // Next's own query loses some names and makes others empty, so a redirect that used it would never end.
  const guarded = guardedRequest();
  const sent = guarded ? guarded.search : search;
  const whole = withoutEmptyParams(sent);
  if (whole !== sent && guarded?.isForMarkup !== false && request.method === "GET" && !answersWithData(pathname)) {
    return NextResponse.redirect(new URL(pathname + whole, request.nextUrl), 307);
  }
  try {
    const state = guarded?.state ?? loadPageState(pathname, sent, Date.now());
    const { isThere, tag } = await state;
    // Pages for one reader, which nobody else may keep.
    const personal =
      (await alertLeadsSomewhere(pathname, sent)) ?? (await within(ANSWER_WITHIN, importLeadsSomewhere(pathname)));
    if (guarded) guarded.state = state;
    if (isNextsOwn(pathname) || !(personal ?? leadsSomewhere(pathname, isThere))) {
      const nowhere = request.nextUrl.clone();
      nowhere.pathname = nowherePath(pathname);
      return NextResponse.rewrite(nowhere, passedOn(request, nowhere.pathname, search));
    }
    if (guarded?.isForMarkup && personal === null) guarded.tag = tag;
  } catch (error) {
    return unavailable(request, error);
  }
  return NextResponse.next(passedOn(request, pathname, search));
}

/**
 * Request headers for pages and routes, and the content policy of a page. Next puts the nonce of that policy on every script
 * that it writes into the page.
 */
function passedOn(request: NextRequest, pathname: string, search: string) {
  const headers = new Headers(request.headers);
  // Next's own object of parameters loses names such as `__proto__`, and so do its rewrites.
  const guarded = guardedRequest();
  headers.set(ASKED_PATH, pathname);
  headers.set(ASKED_QUERY, guarded?.isForMarkup ? guarded.search : search);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = pagePolicy(nonce);
  headers.set(NONCE, nonce);
  headers.set("content-security-policy", policy);
  // A data path can still end at a page, such as the one for not found. The guard then goes by the type of the response.
  return answersWithData(pathname)
    ? { request: { headers } }
    : {
        request: { headers },
        headers: { "content-security-policy": policy, "speculation-rules": `"${speculationRulesUrl()}"` },
      };
}

/** Next knows which other paths have a page, and data formats explain what they do not have. */
function leadsSomewhere(path: string, isThere: boolean): boolean {
  const thing = thingInPath(path);
  return thing?.directory === "codes" ? hasCodePage(thing.name.toUpperCase()) : answersWithData(path) || isThere;
}

function unavailable({ headers, nextUrl: { pathname } }: NextRequest, error: unknown): Response {
  const requestId = requestIdIn(headers.get(REQUEST_ID) ?? undefined) ?? crypto.randomUUID();
  console.error(`Request ${requestId}: the database does not answer: ${firstCause(error)}`);
  if (isDataPath(pathname)) {
    return errorAnswer(503, `The database does not answer. Try again in a moment. Request ${requestId}.`, undefined, {
      "retry-after": "5",
    });
  }
  return new NextResponse(unavailablePage(requestId), {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": PLAIN_PAGE_POLICY,
      "retry-after": "5",
    },
  });
}

/** The message of the root cause: the connection error, not the statement. */
const firstCause = (error: unknown): string =>
  error instanceof Error ? (error.cause ? firstCause(error.cause) : error.message || error.name) : String(error);
