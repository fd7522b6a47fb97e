import { importIsAllowed } from "@/app/import/import-setup";
import { siteUrl } from "@/app/site-url";
import { diskTrouble, isDiskFull } from "@/db/server/disk-trouble";
import { plainPage } from "@/lib/representations/plain-page";
import { isOwnOrigin } from "@/lib/requests/own-origin";
import { PLAIN_PAGE_POLICY } from "@/lib/requests/security-headers.mjs";
import { importUrl } from "@/lib/urls";

/** The response to a request that we reject before reading it, or null if it may go on. */
export function turnedAway(request: Request): Response | null {
  if (!importIsAllowed()) {
    return sayNo(
      request,
      403,
      "Import is switched off",
      "This site does not accept uploads, because ALLOW_IMPORT is not 1.",
    );
  }
  const { headers } = request;
  if (isOwnOrigin({ origin: headers.get("origin"), host: headers.get("host"), siteUrl: siteUrl() })) return null;
  return sayNo(
    request,
    403,
    "The form came from another site",
    `We only accept forms sent from this site’s own address. Open ${siteUrl()}${importUrl()} and send it from there. If this site has another address, set SITE_URL to that address.`,
  );
}

const asksForJson = (request: Request): boolean => request.headers.get("accept") === "application/json";

/** A refusal: a page for a form, JSON for a script. `title` and `message` are our own text, without markup. */
export function sayNo(request: Request, status: number, title: string, message: string): Response {
  if (asksForJson(request)) return Response.json({ message }, { status, headers: { "cache-control": "no-store" } });
  const wayOn = importIsAllowed() ? `<p><a class="button" href="${importUrl()}">Choose another file</a></p>` : "";
  const main = `<p>${message}</p>${wayOn}<pre>${status}</pre>`;
  return new Response(plainPage({ title, main }), {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": PLAIN_PAGE_POLICY,
    },
  });
}

/** Redirects to the next page. A script gets the address as JSON, because it cannot see a redirect. */
export const goOn = (request: Request, url: string): Response =>
  asksForJson(request)
    ? Response.json({ url }, { headers: { "cache-control": "no-store" } })
    : new Response(null, { status: 303, headers: { location: url } });

/**
 * Runs a request that writes drafts. If the disk is full or not writable, answers with a page that says so.
 * @throws any other error
 */
export async function orDiskTrouble(request: Request, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    const trouble = diskTrouble(error, "The upload folder");
    if (trouble === null) throw error;
    // The message names folders of this machine, so it goes to the log only.
    console.error(trouble);
    return sayNo(
      request,
      isDiskFull(error) ? 507 : 503,
      isDiskFull(error) ? "The disk is full" : "Uploads cannot be saved at the moment",
      "We could not save your file on this server. Nothing has been stored. Try again later; if you run this site, the server’s log says what is wrong.",
    );
  }
}
