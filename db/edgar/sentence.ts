import { dataSetSentence } from "@/db/dataset/data-set-sentence";
import type { EdgarEvent } from "@/db/edgar/edgar";

const clockTime = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

const counted = (n: number, one: string) => `${n.toLocaleString("en")} ${n === 1 ? one : `${one}s`}`;

const nameOf = (url: string) => url.split("/").at(-1) ?? url;

/** An event as a line on the terminal; null if the bar and the report show it. */
export function sentence(event: EdgarEvent): string | null {
  switch (event.kind) {
    case "paused":
      return `${event.reason}. We will send no requests until ${clockTime.format(event.until)}.`;
    case "retrying":
      return `${event.url}: ${event.reason}. Trying again in ${event.seconds} s.`;
    case "day without index":
      if (event.isInQuarter)
        return `${event.day} has no index (${event.status}); the quarter's index lists its filings.`;
      return event.holiday
        ? `${event.day} has no index: ${event.holiday}.`
        : `${event.day} has no index (${event.status}) and is not in the quarter's index, although it was a weekday: EDGAR was closed.`;
    case "damaged lines":
      return damagedLines(event);
    case "unreadable":
      return `${nameOf(event.url)} cannot be read: ${event.entries.join("; ")}.`;
    case "page of data sets unread":
      return `${event.message} We will guess the addresses of the data sets.`;
    case "not fetched":
      return `Not fetched ${event.accessionNumber}: ${event.message}.`.replace(/\.\.$/, ".");
    case "refused":
      return `Refused ${event.fileName}${event.line ? `, line ${event.line}` : ""}: ${event.message}`;
    case "sample removed":
      return `The sample was removed (${event.filings} filings). To load it again, run npm run sample.`;
    case "data set stored":
    case "data set refused":
    case "indexes made":
    case "not derived":
      return dataSetSentence(event);
    case "failed":
      return `${event.message} Trying again in ${event.retrySeconds} s.`;
    case "stopped":
      return event.message;
    case "following":
      return `Following EDGAR; complete through ${event.reconciledThrough}.`;
    case "standing by":
      return "Another process is following EDGAR; this one is on standby.";
    case "fetched":
      return event.stored === 0 && event.left === 0
        ? null
        : `${counted(event.stored, "filing")} stored${event.left > 0 ? `, ${event.left.toLocaleString("en")} to fetch` : ""}.`;
    default:
      return null;
  }
}

/** Do not print a file that is damaged throughout. */
const MOST_LINES = 20;

const listed = (numbers: string[]) =>
  numbers.length > MOST_LINES
    ? `lines ${numbers.slice(0, MOST_LINES).join(", ")} and ${(numbers.length - MOST_LINES).toLocaleString("en")} more`
    : `line${numbers.length === 1 ? "" : "s"} ${numbers.join(", ")}`;

function damagedLines({ url, lines, isMended }: Extract<EdgarEvent, { kind: "damaged lines" }>): string {
  const which = listed(lines.map(({ line }) => line.toLocaleString("en")));
  const what = `${nameOf(url)} has ${counted(lines.length, "damaged line")} (${which})`;
  if (isMended) return `${what}; the same list by filer is intact.`;
  const lost = lines.filter(({ accessionNumber }) => accessionNumber === null);
  if (lost.length === 0) return `${what}, but each still names its filing.`;
  const shown = lost.slice(0, MOST_LINES).map(({ line, text }) => `  line ${line}: ${text}`);
  const rest = lost.length > MOST_LINES ? [`  and ${(lost.length - MOST_LINES).toLocaleString("en")} more`] : [];
  return `${what} that do not say which filing they list:\n${[...shown, ...rest].join("\n")}`;
}
