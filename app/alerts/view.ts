import { titleOfView } from "@/db/alerts/title-of-view";
import { database } from "@/db/server/client";
import { readAlertView } from "@/lib/alerts/alert-view";
import { newYorkDate } from "@/lib/values/dates";

/** The view that a reader wants email about. Null if none is given; `problem` ends a sentence that begins with the address. */
export async function findAskedView(given: string | undefined) {
  if (given === undefined) return null;
  const read = readAlertView(given, newYorkDate(new Date()));
  if ("problem" in read) return { address: given, problem: read.problem };
  const { url } = read.view;
  return { url, title: await titleOfView(database(), url) };
}

/** The proof, in an address, that its reader has an email about the alert. */
export const keyOf = (params: [string, string][]): string => params.find(([name]) => name === "key")?.[1] ?? "";
