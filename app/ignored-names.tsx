import { askedParams, ignoredNames } from "@/app/search-params";
import { IgnoredList } from "@/components/listing/ignored-list";

type IgnoredNamesProps = {
  path: string;
  /** Names that the page reads itself. */
  known?: readonly string[];
};

/** On a page without filters: every parameter of its address that it does not read. */
export const IgnoredNames = async ({ path, known }: IgnoredNamesProps) => {
  const query = await askedParams();
  return <IgnoredList ignored={ignoredNames(query, known)} path={path} query={query} />;
};
