import type { LeftOut } from "@/lib/views/lists";

/** What totals leave out, as in JSON. */
export const leftOutRecord = ({ implausible }: LeftOut) => ({ implausible });
