import { sampleFilings } from "@/db/sample/generate-sample";
import { submissionText } from "@/db/sample/submission-text";
import { writeFileSync, mkdirSync, rmSync } from "node:fs";
rmSync("/tmp/w/sample-out", { recursive: true, force: true }); mkdirSync("/tmp/w/sample-out");
const index: string[] = [];
for (const s of sampleFilings()) { writeFileSync(`/tmp/w/sample-out/${s.accessionNumber}.txt`, submissionText(s.filing, s.accessionNumber, s.issuer));
 const f = s.filing; const rows=[...f.tableI,...f.tableII];
 index.push([s.accessionNumber, f.documentType, f.issuer.symbol, f.owners.map(o=>o.name+"("+(o.role.officerTitle ?? (o.role.director?"Dir":""))+")").join("+"), f.period, new Date(f.filed*864e5).toISOString().slice(0,10), f.exit?"EXIT":"", f.underPlan?"PLAN":"", f.oddities.join(), rows.map(r=>(r.terms?"II":"I")+(r.kind==="transaction"?`${r.code}${r.acquiredDisposed.value}${r.amount.value}@${r.price.value}`:"h")+"="+r.following.value+(r.nature?"["+r.nature.value+"]":"")+(r.gap?`{${r.gap}}`:"")).join(" ")].join("\t"));
}
writeFileSync("/tmp/w/sample-index.tsv", index.join("\n"));
