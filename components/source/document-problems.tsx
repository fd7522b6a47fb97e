import { SectionHead } from "@/components/site/section-head";
import { ProblemList } from "@/components/ui/problem-list";
import { lineAnchor } from "@/paper/form/value-marks";

type Problem = { fileName: string; page: number | null; line: number | null; pointer: string | null; message: string };

/** Problems of the document: rules of the form that it breaks, and values that could not be read. */
export const DocumentProblems = ({ problems }: { problems: Problem[] }) =>
  problems.length > 0 && (
    <section className="section" aria-labelledby="problems">
      <SectionHead
        id="problems"
        title="Problems in this document"
        note="It is shown as filed; we have corrected nothing."
      />
      <ProblemList
        problems={problems.map(({ fileName, page, line, pointer, message }, index) => ({
          key: String(index),
          where:
            line === null ? (pointer ?? fileName) : `${fileName}, ${page === null ? "" : `page ${page}, `}line ${line}`,
          href: page === null || line === null ? undefined : `#${lineAnchor({ page, line })}`,
          message,
        }))}
      />
    </section>
  );
