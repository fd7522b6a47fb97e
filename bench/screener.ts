import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { percentile } from "@/bench/percentiles";
import { settingsOrExit } from "@/db/command/command-settings";
import { askCopy } from "@/db/copy/ask-copy";
import { findByName, isByName } from "@/db/copy/find-by-name";
import { type AskedOfParties, type Question, sentFilter, sentPlace } from "@/db/copy/questions";
import { countFilings, listFilings } from "@/db/queries/list-filings";
import { connect, type Db } from "@/db/server/client";
import { openDatabase } from "@/db/server/open-database";
import { parseFilter } from "@/lib/filters/filing-filter";
import { GROUPS, groupingParams, readGrouping } from "@/lib/filters/grouping";
import { LIST_ORDERS, type ListOrder, NEWEST_FIRST } from "@/lib/filters/list-order";
import { newYorkDate } from "@/lib/values/dates";
import type { Directory } from "@/lib/views/directory";
import { startCopy } from "@/scripts/copy-program";
import { SeededDice } from "@/testing/seeded-dice";

const FILTERS = 300;
const CLIENTS = 8;
const CHANGES = 20;
const FEWER = 60;
/** Milliseconds between two looks at whether the copy is filled, or new. */
const LOOK_AGAIN = 20;

/** What readers ask for most, and start from. */
const PRESETS = [
  "code=P",
  "code=S",
  "code=P&code=S",
  "code=P&role=officer&value-from=25000",
  "code=P&role=ceo&role=cfo",
  "code=S&plan=under",
  "late=1",
];
const MORE = [
  "form=4",
  "role=director",
  "role=ten-percent",
  "ownership=I",
  "table=I",
  "side=D",
  "value-from=100000",
  "value-to=1000000",
  "change-from=10",
  "shares-from=1000",
  "delay-from=3",
  "position=new",
  "price-range=stated",
  "implausible=no",
  "plan=not-indicated",
];

/**
 * How fast the copy of `listing` answers random questions about the database in DATA_DIR or DATABASE_URL, in a process of its own, as
 * beside the site: counts beside filters within a year and over all years, the same again, groups, and the rows of a page in any order
 * with their count, with one client and with several, and how long PostgreSQL alone takes for such a page. Rows are asked for twice,
 * because their first reading depends on the disk. It also measures how long the copy takes to fill and to follow a change, and its memory.
 */
export async function benchScreener(sets = FILTERS) {
  const settings = settingsOrExit();
  const opened = await openDatabase(settings);
  const folder = mkdtempSync(join(tmpdir(), "section16-bench-"));
  const socket = join(folder, "copy.sock");
  process.env.SECTION16_COPY_SOCKET = socket;
  // As many connections as a web process has.
  const connection = connect(opened.url);
  const client = new Client({ connectionString: opened.url });
  await client.connect();
  const began = performance.now();
  const copy = startCopy({ folder, socket }, opened.url, settings.memoryLimitMb);
  try {
    const lines = await linesOfCopy();
    const filled = performance.now() - began;
    const file = statSync(join(folder, "listing.duckdb")).size;
    console.log(
      `${lines.toLocaleString("en-US")} lines, filled in ${(filled / 1000).toFixed(1)} s, ${megabytes(file)} on disk`,
    );
    const days = await yearOfRecord(client);
    const dice = new SeededDice(16);
    const all = Array.from({ length: sets }, () => randomFilter(dice));
    const ofYear = all.map((query) => `${query}&${days}`);
    const asking = (questions: Question[], clients: number) =>
      ask(
        questions.map((question) => () => answerTo(question)),
        clients,
      );
    const figures = [
      row("counts, one year", await asking(ofYear.map(facets), 1)),
      row("the same again", await asking(ofYear.map(facets), 1)),
      row("counts, all years", await asking(all.map(facets), 1)),
      row("the same again", await asking(all.map(facets), 1)),
      row(
        "groups, one year",
        await asking(
          ofYear.map((query) => groups(query, dice)),
          1,
        ),
      ),
      row(
        "groups, all years",
        await asking(
          all.map((query) => groups(query, dice)),
          1,
        ),
      ),
    ];
    // Every filter once more, as the first time.
    const others = Array.from({ length: sets }, () => `${randomFilter(dice)}&${days}`);
    figures.push(row(`counts, one year, ${CLIENTS} clients`, await asking(others.map(facets), CLIENTS)));
    const orders = all.map(() => anyOrder(dice));
    for (const [period, queries] of [
      ["one year", ofYear],
      ["all years", all],
    ] as const) {
      const lists = (withCopy: boolean) =>
        queries.map((query, at) => () => list(connection.db, withCopy, query, orders[at] as ListOrder));
      figures.push(row(`rows and their count in any order, ${period}, first reading`, await ask(lists(true), 1)));
      figures.push(row("the same again", await ask(lists(true), 1)));
      figures.push(row(`the same, ${CLIENTS} clients`, await ask(lists(true), CLIENTS)));
      // Without the copy, some lists take many seconds.
      figures.push(row(`the same from PostgreSQL alone, ${period}`, await ask(lists(false).slice(0, FEWER), 1)));
    }
    figures.push(row("a changed issuer", await follow(client)));
    console.table(figures);
    console.log(`Memory of the copy: ${memoryOf(copy.child.pid)}`);
  } finally {
    await copy.stop();
    await client.end();
    await connection.end();
    await opened.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000).toLocaleString("en-US")} MB`;

/** What a process has in memory, and the most that it had. */
function memoryOf(pid: number | undefined): string {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return "not known on this system";
  const status = readFileSync(path, "utf8");
  const bytes = (name: string) => megabytes(Number(new RegExp(`^${name}:\\s*(\\d+) kB`, "m").exec(status)?.[1]) * 1024);
  return `${bytes("VmRSS")}, at most ${bytes("VmHWM")}`;
}

/** Longer than the site waits. */
const PATIENCE = 60_000;

async function answerTo<Asked extends Question>(question: Asked) {
  const answered = await askCopy(question, PATIENCE);
  if (answered === null) throw new Error("The screener copy does not answer.");
  return answered.answer;
}

/** Waits until the copy is filled. */
async function linesOfCopy(): Promise<number> {
  for (;;) {
    const state = await askCopy({ ask: "state" }, PATIENCE);
    if (state !== null) return state.answer.lines;
    await sleep(LOOK_AGAIN);
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The milliseconds of each question, when so many clients ask one after the other. */
async function ask(questions: (() => Promise<unknown>)[], clients: number): Promise<number[]> {
  const left = [...questions];
  const times: number[] = [];
  const client = async () => {
    for (let question = left.pop(); question; question = left.pop()) times.push(await timed(question));
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

const row = (question: string, times: number[]) => ({
  question,
  times: times.length,
  "p50, ms": percentile(times, 50).toFixed(1),
  "p95, ms": percentile(times, 95).toFixed(1),
  "most, ms": Math.max(...times).toFixed(1),
});

/** The year before the newest filing, as part of an address. */
async function yearOfRecord(client: Client): Promise<string> {
  const { rows } = await client.query<{ to: string; from: string }>(`
    select max(filing_date)::text as to, (max(filing_date) - 364)::text as from from listing where filing_date <= current_date`);
  return `filed-from=${rows[0]?.from ?? ""}&filed-to=${rows[0]?.to ?? ""}`;
}

/** One to five filters: often a preset, and some more. A range is given once. */
function randomFilter(dice: SeededDice): string {
  const parts = dice.next() < 0.7 ? dice.of(PRESETS).split("&") : [dice.of(MORE)];
  const most = 1 + dice.below(5);
  while (parts.length < most) {
    const more = dice.of(MORE);
    const name = more.split("=")[0] ?? "";
    if (!parts.some((part) => part.startsWith(`${name}=`))) parts.push(more);
  }
  return parts.join("&");
}

const today = () => newYorkDate(new Date());
const filterOf = (query: string) => parseFilter(new URLSearchParams(query), { today: today() }).filter;
const sent = (query: string) =>
  sentFilter({ filter: filterOf(query), today: today(), issuers: null, insiders: null, industries: null });
const facets = (query: string): Question => ({ ask: "facets", ...sent(query) });

function groups(query: string, dice: SeededDice): Question {
  const filter = filterOf(query);
  const grouping = readGrouping([["group", dice.of(GROUPS)]], filter, []);
  return {
    ask: "groups",
    ...sent(query),
    grouping: grouping ? groupingParams(filter, grouping) : [],
    limit: 50,
    withMonths: true,
  };
}

const anyOrder = (dice: SeededDice): ListOrder =>
  dice.next() < 0.5 ? NEWEST_FIRST : { column: dice.of(LIST_ORDERS), descending: dice.next() < 0.7 };

/** The rows and counts of a page, as the site finds them: with the copy, or without it. */
async function list(db: Db, withCopy: boolean, query: string, order: ListOrder) {
  const filter = filterOf(query);
  const asked = sent(query);
  const answer = async <Asked extends Question>(question: Asked) => (withCopy ? answerTo(question) : null);
  const parties = async (directory: Directory) => (await answer({ ask: "parties", directory, ...asked }))?.ciks ?? null;
  const ofParties = (of: AskedOfParties) => answer({ ask: "of-parties", ...of, ...asked });
  const named = await answer({ ask: "names", onlyTransactions: true, ...asked });
  await Promise.all([
    listFilings(db, filter, {
      after: null,
      limit: 24,
      onlyTransactions: true,
      order,
      among: named?.filings,
      findElsewhere: (place) =>
        isByName(place.order)
          ? findByName(db, place, { parties, ofParties })
          : answer({ ask: "places", place: sentPlace(place), ...asked }),
      findParties: parties,
    }),
    named?.counts ?? countFilings(db, filter),
  ]);
}

/** The milliseconds from a commit that changes an issuer until the copy answers with its lines. */
async function follow(client: Client): Promise<number[]> {
  const { rows } = await client.query<{ cik: string }>(
    "select issuer_cik as cik from listing where issuer_cik is not null group by 1 order by count(*) desc limit $1",
    [CHANGES],
  );
  const times: number[] = [];
  for (const { cik } of rows) {
    const before = await askCopy({ ask: "state" }, PATIENCE);
    await client.query("insert into page_change (subject) values ($1)", [cik]);
    times.push(
      await timed(async () => {
        while ((await askCopy({ ask: "state" }, PATIENCE))?.version === before?.version) await sleep(LOOK_AGAIN);
      }),
    );
  }
  return times;
}
