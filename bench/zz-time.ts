import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { databaseNamed } from "@/bench/made-up-history";
import { connect } from "@/db/client";
import { searchNotes } from "@/db/queries/search-notes";
import { NO_FILTER } from "@/lib/filters/filing-filter";
const [name="notes_mid", ...which] = process.argv.slice(2);
const url = databaseNamed(readFileSync("/tmp/w/notes/serve.log","utf8").trim(), name);
const conn = connect(url, 10);
const pids = async () => (await conn.pool.query("select pid from pg_stat_activity where datname = current_database() and application_name = 'section16'")).rows.map((r: any) => r.pid);
const cpu = async () => { let n = 0; for (const pid of await pids()) { try { const f = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" "); n += Number(f[11]) + Number(f[12]); } catch {} } return n * 10; };
await Promise.all(Array.from({length: 10}, () => conn.pool.query("select pg_sleep(0.3)")));
const base = { ...NO_FILTER, q: "", facts: [] };
const cases: [string, any, any?][] = [
  ["freq pair", { q: "plainstet tounplel" }],
  ["freq pair best", { q: "plainstet tounplel" }, "best"],
  ["rare pair", { q: "gloumfil nerhel" }],
  ["rare pair best", { q: "gloumfil nerhel" }, "best"],
  ["phrase", { q: '"weighted average price"' }],
  ["or", { q: "trust or gift" }],
  ["minus only", { q: "-shares" }],
  ["prefix frequent", { q: "sh* plan" }],
  ["prefix freq alone", { q: "re*" }],
  ["prefix rare", { q: "drealpoum*" }],
  ["issuer", { q: "plan", issuer: [{cik:"115711"}] }],
  ["issuer words", { q: "plan", issuer: [{words:["northgate"]}] }],
  ["insider words", { q: "plan", insider: [{words:["falk"]}] }],
  ["code S + freq", { q: "plan", code: ["S"] }],
  ["traded 2009-03", { q: "plan", tradedFrom: "2009-03-03", tradedTo: "2009-03-20" }],
  ["traded from 2015", { q: "gloumfil nerhel", tradedFrom: "2015-03-03" }],
  ["filed 2009", { q: "plan", filedFrom: "2009-01-03", filedTo: "2009-12-03" }],
  ["filed from 2008 to 2024", { q: "plan", filedFrom: "2008-01-03", filedTo: "2024-12-03" }],
  ["form 5", { q: "plan", form: ["5"] }],
  ["all", {}],
  ["common", { q: "the of" }],
  ["nothing", { q: "zzzzq" }],
];
for (const [label, more, order = "newest"] of cases) {
  if (which.length && !which.some((w) => label.includes(w))) continue;
  const times: number[] = []; const c0 = await cpu(); const u0 = process.cpuUsage(); let page: any; let second: any;
  for (let i = 0; i < 5; i++) { const t = performance.now(); page = await searchNotes(conn.db, { ...base, ...more }, { order, after: null, limit: 50 }); times.push(performance.now() - t); }
  const c1 = await cpu(); const u1 = process.cpuUsage(u0); const t2 = performance.now();
  if (page.next) second = await searchNotes(conn.db, { ...base, ...more }, { order, after: page.next, limit: 50 });
  console.log(label.padEnd(24), times.map((t) => t.toFixed(0)).join(" "), `| cpu pg ${(c1-c0)/5} node ${((u1.user+u1.system)/5000).toFixed(0)}`, "| 2nd page", (performance.now()-t2).toFixed(0), "|", page.notes.length, JSON.stringify(page.count), page.words, page.isCut, loadavg()[0]?.toFixed(1));
}
await conn.end();
