import { day } from "@/db/sample/calendar";

/** The sample tells eight years, by date of filing. */
export const FIRST_DAY = day("2018-07-02");
export const LAST_DAY = day("2026-06-30");

/** From here on the form asks whether a trade was under a 10b5-1 plan. */
export const PLAN_BOX_DAY = day("2023-04-03");

/** From here on a gift is reported on Form 4 within two business days; before, it could wait for Form 5. */
export const GIFT_ON_FORM_4_DAY = day("2023-02-27");

/** From here on directors and officers of foreign private issuers report, in schema X0609. */
export const FOREIGN_INSIDERS_DAY = day("2026-03-18");

export function schemaVersion(filed: number): "X0306" | "X0407" | "X0508" | "X0609" {
  if (filed < PLAN_BOX_DAY) return "X0306";
  if (filed < day("2023-07-24")) return "X0407";
  return filed < FOREIGN_INSIDERS_DAY ? "X0508" : "X0609";
}
