import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type FilingFilter, filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import { FilterFields } from "./filter-fields";

const traded = (filter: Partial<FilingFilter>, unset?: string) =>
  /class="filter-value">([^<]*)</.exec(
    renderToStaticMarkup(
      <FilterFields
        filter={{ ...NO_FILTER, ...filter }}
        only={["tradedFrom", "tradedTo"]}
        unset={{ tradedFrom: unset }}
        hrefOf={(other) => filterUrl("/clusters", other)}
        clearAllHref="/clusters"
      />,
    ),
  )?.[1];

test("a field that is not set says how the page is limited without it", () => {
  expect(traded({})).toBe("Any");
  expect(traded({}, "Newest 90 days")).toBe("Newest 90 days");
  expect(traded({ tradedFrom: "2025-06-01" }, "Newest 90 days")).toBe("since Jun 1, 2025");
});
