import type { IgnoredValue } from "@/lib/filters/filing-filter";

/** The one shape of every error in a data format. */
export type ErrorBody = { error: { status: number; message: string; values?: IgnoredValue[] } };

export const errorBody = (status: number, message: string, values?: IgnoredValue[]): ErrorBody => ({
  error: values ? { status, message, values } : { status, message },
});

/** A sentence about the values that could not be read. */
export const unreadableMessage = (values: IgnoredValue[]) =>
  `Not understood: ${values.map(({ name, value, reason }) => `${name}=${value} (${reason})`).join("; ")}.`;
