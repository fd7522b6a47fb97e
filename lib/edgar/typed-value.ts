import { parseCik, printCik } from "@/lib/record/cik";
import type { FieldType } from "@/lib/record/filing-fields";
import { LONGEST_NUMBER } from "@/lib/values/decimal";
import { isCalendarDate } from "@/lib/values/is-calendar-date";

/**
 * A filed text as the type of its column. `spelling` is the text as filed, if the column would print it differently. `problem`
 * says why the text does not match the type; `value` is then `null`, and only `spelling` holds what was filed.
 */
export type TypedValue = { value: string | boolean | null; spelling?: string; problem?: string };

/** Longer than any code or form type, and short enough for an index, which takes about 2,700 bytes. */
export const LONGEST_CODE = 100;

const PLAIN_DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(Z|[+-]\d{2}:\d{2})?$/;
const FLAGS = new Map([
  ["1", true],
  ["0", false],
  ["true", true],
  ["false", false],
]);

export function typedValue(text: string, type: FieldType): TypedValue {
  switch (type) {
    case "text":
      return { value: text };
    case "code":
      if (text.length <= LONGEST_CODE) return { value: text };
      return { value: null, spelling: text, problem: `is longer than ${LONGEST_CODE} characters` };
    case "decimal":
      return typedDecimal(text);
    case "date":
      return typedDate(text);
    case "flag": {
      const value = FLAGS.get(text);
      if (value === undefined) return { value: null, spelling: text, problem: "is not true, false, 1 or 0" };
      return text === printTyped(value, "flag") ? { value } : { value, spelling: text };
    }
    case "cik": {
      const value = parseCik(text);
      if (value === null) return { value: null, spelling: text, problem: "is not a CIK of 1 to 10 digits" };
      return text === printCik(value) ? { value } : { value, spelling: text };
    }
  }
}

/** The text of a value whose spelling was not kept. */
export function printTyped(value: string | boolean, type: FieldType): string {
  if (typeof value === "boolean") return value ? "1" : "0";
  return type === "cik" ? printCik(value) : value;
}

function typedDecimal(text: string): TypedValue {
  const bare = GROUPED.test(text) ? text.replaceAll(",", "") : text;
  if (!DECIMAL.test(bare) || bare.length > LONGEST_NUMBER) {
    return { value: null, spelling: text, problem: "is not a decimal number" };
  }
  if (PLAIN_DECIMAL.test(bare) && !/^-0(?:\.0*)?$/.test(bare) && bare === text) return { value: text };

  const negative = bare.startsWith("-");
  const [whole = "", fraction = ""] = bare.replace(/^[+-]/, "").split(".");
  const digits = `${whole.replace(/^0+(?=\d)/, "") || "0"}${fraction === "" ? "" : `.${fraction}`}`;
  const value = negative && /[1-9]/.test(digits) ? `-${digits}` : digits;
  return bare === text ? { value, spelling: text } : { value, spelling: text, problem: "has grouping commas" };
}

function typedDate(text: string): TypedValue {
  const parts = text.match(ISO_DATE);
  const day = parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : null;
  if (!parts || day === null || !isCalendarDate(day)) {
    return { value: null, spelling: text, problem: "is not a calendar date" };
  }
  return parts[4] === undefined ? { value: day } : { value: day, spelling: text };
}
