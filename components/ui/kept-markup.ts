import type { ReactNode } from "react";
import { guardedRequest } from "@/lib/requests/guarded-request";

/** Longer than any page takes between the two passes. What is still there belongs to a request that was aborted. */
const KEPT_FOR = 30_000;

type Kept = {
  children: ReactNode;
  /** Keeps what Next knows of the request in memory until it is cleared. */
  limit: NodeJS.Timeout;
};

// On globalThis, because each of Next's two passes over a page, server components and markup, has its own copy of every module.
const shared: typeof globalThis & { section16Markup?: Map<string, Kept> } = globalThis;

/** Keeps elements for the markup pass, and returns the name under which to find them. Null if there is no such pass. */
export function keepMarkup(children: ReactNode): string | null {
  if (!guardedRequest()?.isForMarkup) return null;
  const name = crypto.randomUUID();
  shared.section16Markup ??= new Map();
  const limit = setTimeout(() => shared.section16Markup?.delete(name), KEPT_FOR).unref();
  shared.section16Markup.set(name, { children, limit });
  return name;
}

/** Removes and returns the kept elements, which can be as large as the page. */
export function takeMarkup(name: string): ReactNode {
  const kept = shared.section16Markup?.get(name);
  if (!kept) return undefined;
  clearTimeout(kept.limit);
  shared.section16Markup?.delete(name);
  return kept.children;
}
