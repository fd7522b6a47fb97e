import type { CallToolResult } from "@modelcontextprotocol/server";
import type { z } from "zod";
import { type IgnoredValue, isUnreadable } from "@/lib/filters/filing-filter";
import { unreadableMessage } from "@/lib/representations/problem";
import { toolError } from "./answer";

/** A question that a model can ask. */
export type Tool<Input extends z.ZodObject = z.ZodObject> = {
  title: string;
  /** For the model. */
  description: string;
  input: Input;
  answer: (asked: z.output<Input>) => Promise<CallToolResult>;
};

/** Checks that a tool answers what it accepts. */
export const tool = <Input extends z.ZodObject>(of: Tool<Input>): Tool<Input> => of;

/** Arguments as the name and value pairs of an address. */
export const pairsOf = (asked: Record<string, string | readonly string[] | undefined>): [string, string][] =>
  Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one): [string, string] => [name, one]),
  );

/** A value that cannot be read is an error, because a broader list than requested would be misleading. */
export function unreadable(ignored: readonly IgnoredValue[]): CallToolResult | null {
  const values = ignored.filter(isUnreadable);
  return values.length > 0 ? toolError(unreadableMessage(values)) : null;
}

/** The parameter `after` of the address of the next page. */
export const afterIn = (next: string | null): string | null =>
  next === null ? null : new URL(next, "http://localhost").searchParams.get("after");
