import type { ReactNode } from "react";
import { guardedRequest } from "@/lib/requests/guarded-request";

/** Longer than any page takes from one pass to the other; what is left then belongs to a request that broke off. */
const KEPT_FOR = 30_000;

type Kept = {
  children: ReactNode;
  /** Holds on to all that Next knows of the request, until it is cleared. */
  limit: NodeJS.Timeout;
};

// On globalThis, because Next's two passes over a page, server components and then markup, have a copy of each module.
const shared: typeof globalThis & { section16Markup?: Map<string, Kept> } = globalThis;

/** Keeps elements for the pass that makes the markup, and gives the name under which it finds them; null where there is no such pass. */
export function keepMarkup(children: ReactNode): string | null {
  if (!guardedRequest()?.isForMarkup) return null;
  const name = crypto.randomUUID();
  shared.section16Markup ??= new Map();
  const limit = setTimeout(() => shared.section16Markup?.delete(name), KEPT_FOR).unref();
  shared.section16Markup.set(name, { children, limit });
  return name;
}

/** Takes what was kept: it is as large as the page. */
export function takeMarkup(name: string): ReactNode {
  const kept = shared.section16Markup?.get(name);
  if (!kept) return undefined;
  clearTimeout(kept.limit);
  shared.section16Markup?.delete(name);
  return kept.children;
}
