import { IgnoredValues } from "@/components/ui/ignored-values";
import type { IgnoredValue } from "@/lib/filters/filing-filter";

type IgnoredListProps = {
  ignored: IgnoredValue[];
  path: string;
  /** Parameters of the requested address. */
  query: readonly (readonly [string, string])[];
};

/** Parameters that have no effect, each with a link to the same view without it. */
export const IgnoredList = ({ ignored, path, query }: IgnoredListProps) => (
  <IgnoredValues
    ignored={ignored.map(({ name, value, reason }) => {
      const rest = query.filter(([n, v]) => n !== name || v.trim() !== value).map(([n, v]) => [n, v]);
      const text = new URLSearchParams(rest).toString();
      return { name, value, reason, hrefWithout: text === "" ? path : `${path}?${text}` };
    })}
  />
);
