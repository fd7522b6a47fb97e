const TOO_FAST = /Request Rate Threshold Exceeded/i;
const UNDECLARED = /Undeclared Automated Tool/i;

/** The reason for a refusal, from a page that may come with status 200 too; null if the page is not one. */
export function refusalInPage(body: Buffer): string | null {
  const start = body.subarray(0, 16_384).toString("latin1");
  if (TOO_FAST.test(start)) return "EDGAR says that too many requests came from this address";
  if (UNDECLARED.test(start)) {
    return "EDGAR does not accept EDGAR_CONTACT (“Undeclared Automated Tool”): it must be a name and an email address";
  }
  return null;
}

/** What a 403 means. The archive's store answers it for missing files. */
export function readForbidden(body: Buffer): { kind: "absent" | "refused" | "unclear"; reason: string } {
  const refusal = refusalInPage(body);
  if (refusal) return { kind: "refused", reason: refusal };
  const isOfStore = /<Code>\s*(?:AccessDenied|NoSuchKey)\s*<\/Code>/i.test(body.toString("latin1"));
  return { kind: isOfStore ? "absent" : "unclear", reason: "EDGAR refuses (403)" };
}
