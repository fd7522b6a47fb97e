import { askedParams, ignoredNames } from "@/app/search-params";
import { IgnoredList } from "@/components/listing/ignored-list";
import type { IgnoredValue } from "@/lib/filters/filing-filter";

/** What of the page's address narrows nothing, each with a link to the same view without it. */
export const Ignored = async ({ ignored, path }: { ignored: IgnoredValue[]; path: string }) => (
  <IgnoredList ignored={ignored} path={path} query={await askedParams()} />
);

type IgnoredNamesProps = {
  path: string;
  /** Names that the page reads itself. */
  known?: readonly string[];
};

/** On a page without filters: every parameter of its address that it does not read. */
export const IgnoredNames = async ({ path, known }: IgnoredNamesProps) => (
  <Ignored ignored={ignoredNames(await askedParams(), known)} path={path} />
);
