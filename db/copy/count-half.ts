import { parentPort } from "node:worker_threads";
import { countFacets } from "@/db/copy/count-facets";
import { CountedLines } from "@/db/copy/counted-lines";
import { FacetClasses } from "@/db/copy/facet-classes";
import type { ToThread } from "@/db/copy/second-thread";

let [lines, classes] = [new CountedLines(), new FacetClasses()];

parentPort?.on("message", async ({ asked, copy }: ToThread) => {
  if (copy !== null) {
    lines = CountedLines.fromShared(copy.lines);
    classes = Object.assign(new FacetClasses(), copy.classes);
  }
  // An error ends the thread, and the process counts this half too.
  parentPort?.postMessage(await countFacets(null, classes, lines, asked, 1));
});
parentPort?.postMessage("ready");
