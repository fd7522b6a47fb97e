import { z } from "zod";
import type { FilterName } from "@/lib/filters/filing-filter";
import { filterParameters } from "@/lib/openapi/parameters";

/**
 * The filters of an address as arguments of a tool, described as in `/openapi.json`. What a value looks like is only stated: the filter
 * itself reads it, accepts more spellings, and says what is wrong.
 */
export const filterInput = (names: readonly FilterName[]) =>
  Object.fromEntries(
    filterParameters(names).map(({ name, description, schema: { items, ...schema } }) => {
      const value = z
        .string()
        .max(200)
        .meta(items ?? schema);
      return [
        name,
        (items ? z.union([value, z.array(value).max(50)]) : value)
          .optional()
          .describe(items ? `${description} Several mean any of them.` : description),
      ];
    }),
  );
