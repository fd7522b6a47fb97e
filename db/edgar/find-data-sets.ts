import type { Edgar } from "@/db/edgar/edgar";
import { EdgarFailure } from "@/db/edgar/edgar-failure";
import { readPage } from "@/db/edgar/read-page";
import { dataSetsPageAddress, type EdgarAddress, FIRST_DATA_SET, knownDataSetAddresses } from "@/lib/edgar/addresses";
import { dataSetLinks } from "@/lib/edgar/data-set-links";
import { newYorkClock } from "@/lib/values/new-york-time";
import { isBefore, parseQuarter, printQuarter, type Quarter, quarterOf, quartersBetween } from "@/lib/values/quarter";

export type WantedDataSet = {
  quarter: Quarter;
  /** Where it may be, the more likely place first. */
  addresses: EdgarAddress[];
  /** Whether it was requested by name. With “all”, a quarter that is not published yet is not missing. */
  isNamed: boolean;
};

/** `2024q3`, `2006q1..2026q2` or `all`; anything else is returned as `unreadable`. */
export function parseDataSetNames(names: string[]): { quarters: Quarter[]; all: boolean } | { unreadable: string } {
  const quarters = new Map<string, Quarter>();
  let all = false;
  for (const name of names) {
    if (name === "all") {
      all = true;
      continue;
    }
    const [first, last = first, ...more] = name.split("..").map(parseQuarter);
    if (!first || !last || more.length > 0 || isBefore(last, first)) return { unreadable: name };
    for (const quarter of quartersBetween(first, last)) quarters.set(printQuarter(quarter), quarter);
  }
  return { quarters: [...quarters.values()].sort((a, b) => (isBefore(a, b) ? -1 : 1)), all };
}

/** The addresses of quarters: as the SEC's page links them, and the known places. */
export async function findDataSets(
  edgar: Edgar,
  { quarters, all }: { quarters: Quarter[]; all: boolean },
): Promise<WantedDataSet[]> {
  const links = await readLinks(edgar);
  const linked = new Map(links.map(({ quarter, address }) => [printQuarter(quarter), address]));
  const named = new Set(quarters.map(printQuarter));
  const wanted = new Map(quarters.map((quarter) => [printQuarter(quarter), quarter]));
  if (all) {
    const published = links.length > 0 ? links.map(({ quarter }) => quarter) : endedQuarters(edgar.clock.now());
    for (const quarter of published) wanted.set(printQuarter(quarter), quarter);
  }
  return [...wanted.entries()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, quarter]) => {
      const address = linked.get(name);
      const known = knownDataSetAddresses(quarter).filter(({ path }) => path !== address?.path);
      return { quarter, addresses: address ? [address, ...known] : known, isNamed: named.has(name) };
    });
}

async function readLinks(edgar: Edgar) {
  try {
    const links = await readPage(edgar, dataSetsPageAddress, "the page of the data sets", (html) => {
      const found = dataSetLinks(html);
      return found.length > 0 ? found : null;
    });
    return links ?? [];
  } catch (error) {
    if (!(error instanceof EdgarFailure) || error.kind === "refused") throw error;
    edgar.tell({ kind: "page of data sets unread", message: error.message });
    return [];
  }
}

function endedQuarters(now: number): Quarter[] {
  const today = quarterOf(newYorkClock(now).day);
  return quartersBetween(FIRST_DATA_SET, today).filter((quarter) => isBefore(quarter, today));
}
