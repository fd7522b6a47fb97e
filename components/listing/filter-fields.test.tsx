import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type FilingFilter, type FilterName, filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import { FilterFields } from "./filter-fields";

const shown = (filter: Partial<FilingFilter>, only: readonly FilterName[], unset?: string) =>
  /class="filter-value">([^<]*)</.exec(
    renderToStaticMarkup(
      <FilterFields
        filter={{ ...NO_FILTER, ...filter }}
        only={only}
        unset={{ tradedFrom: unset }}
        hrefOf={(other) => filterUrl("/clusters", other)}
        clearAllHref="/clusters"
      />,
    ),
  )?.[1];

const traded = (filter: Partial<FilingFilter>, unset?: string) => shown(filter, ["tradedFrom", "tradedTo"], unset);

test("a field that is not set says how the page is limited without it", () => {
  expect(traded({})).toBe("Any");
  expect(traded({}, "Newest 90 days")).toBe("Newest 90 days");
  expect(traded({ tradedFrom: "2025-06-01" }, "Newest 90 days")).toBe("since Jun 1, 2025");
});

test("a delay is in business days", () => {
  const delay = (from: string | null, to: string | null) =>
    shown({ delayFrom: from, delayTo: to }, ["delayFrom", "delayTo", "late"]);
  expect(delay("3", null)).toBe("3 business days or more");
  expect(delay(null, "1")).toBe("Up to 1 business day");
});
