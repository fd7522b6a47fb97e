import type { LeftOut } from "@/lib/views/lists";

/** What totals leave out, as JSON has it. */
export const leftOutRecord = ({ implausible }: LeftOut) => ({ implausible });
