import { askedParams, ignoredNames } from "@/app/search-params";
import { IgnoredList } from "@/components/listing/ignored-list";
import type { IgnoredValue } from "@/lib/filters/filing-filter";

/** The parts of the address that we ignored, each with a link to the same view without it. */
export const Ignored = async ({ ignored, path }: { ignored: IgnoredValue[]; path: string }) => (
  <IgnoredList ignored={ignored} path={path} query={await askedParams()} />
);

type IgnoredNamesProps = {
  path: string;
  /** Parameters that the page itself reads. */
  known?: readonly string[];
};

/** For a page without filters: every parameter that it does not read. */
export const IgnoredNames = async ({ path, known }: IgnoredNamesProps) => (
  <Ignored ignored={ignoredNames(await askedParams(), known)} path={path} />
);
