import type { IgnoredValue } from "@/lib/filters/filing-filter";

/** The one shape of every error that data formats answer with. */
export type ErrorBody = { error: { status: number; message: string; values?: IgnoredValue[] } };

export const errorBody = (status: number, message: string, values?: IgnoredValue[]): ErrorBody => ({
  error: values ? { status, message, values } : { status, message },
});

/** Values that could not be read, in one sentence. */
export const unreadableMessage = (values: IgnoredValue[]) =>
  `Not understood: ${values.map(({ name, value, reason }) => `${name}=${value} (${reason})`).join("; ")}.`;
