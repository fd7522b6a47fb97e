import type { LeftOut } from "@/lib/views/lists";

/** What totals leave out, as in JSON: a number, or null if there are more than `implausibleAtLeast`. */
export const leftOutRecord = ({ implausible }: Pick<LeftOut, "implausible">) => ({
  implausible: implausible.count,
  implausibleAtLeast: implausible.countAtLeast,
});
