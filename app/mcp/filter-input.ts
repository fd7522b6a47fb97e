import { z } from "zod";
import { FILTER_PARTS, type FilterName } from "@/lib/filters/filing-filter";

/** No filter reads this, so each says what it expects instead. */
const NOTHING = "?";

/** The filters of an address as arguments of a tool, with what each of them accepts. */
export const filterInput = (names: readonly FilterName[]) =>
  Object.fromEntries(
    names.map((name) => {
      const { param, none, parse } = FILTER_PARTS[name];
      const expected = parse(NOTHING, null);
      const words = typeof expected === "string" ? expected.replace(/^not /, "") : param;
      const value = z.string().max(200);
      return [
        param,
        (Array.isArray(none) ? z.union([value, z.array(value).max(50)]) : value)
          .optional()
          .describe(Array.isArray(none) ? `${words}; several mean any of them` : words),
      ];
    }),
  );
