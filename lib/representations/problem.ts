import type { ProblemAnswer } from "@/lib/answers/problem";
import type { IgnoredValue } from "@/lib/filters/filing-filter";
import { unreadableProblemUrl } from "@/lib/urls";

/** As HTTP names them. */
const TITLES: Record<number, string> = {
  400: "Bad Request",
  403: "Forbidden",
  404: "Not Found",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  503: "Service Unavailable",
};

/** The media type of every error in a data format. */
export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** An error in a data format. The type says nothing more than the status, except for values that could not be read. */
export const errorBody = (status: number, message: string, values?: IgnoredValue[]): ProblemAnswer => ({
  type: values ? unreadableProblemUrl() : "about:blank",
  title: values ? "Values in the address could not be read" : (TITLES[status] ?? "Error"),
  status,
  detail: message,
  error: values ? { status, message, values } : { status, message },
});

/** A sentence about the values that could not be read. */
export const unreadableMessage = (values: IgnoredValue[]) =>
  `Not understood: ${values.map(({ name, value, reason }) => `${name}=${value} (${reason})`).join("; ")}.`;
